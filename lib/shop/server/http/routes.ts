import { operationsFor } from '../../../kit/server/http/operation'
import { createRoutes } from '../../../kit/server/http/routes'
import type { ShopIdentity } from '../../wire/shop-identity'
import { getContext } from '../shared-context'

/** Does an endpoint's work for the shop's people. */
export const on = operationsFor<ShopIdentity>()

/** A route's methods. Those without an operation answer 405. */
export const routes = createRoutes<ShopIdentity>(getContext)
