import { operationsFor } from '../../../kit/server/http/operation'
import type { ShopIdentity } from '../../wire/shop-identity'

/** Does an endpoint's work for the shop's people. */
export const on = operationsFor<ShopIdentity>()
