import { createApi } from '../../../kit/server/http/api'
import type { Operation } from '../../../kit/server/http/operation'
import { reminderOperations } from '../../abandonment/server/reminder-operations'
import { cartHistoryOperations } from '../../cart/server/cart-history-operations'
import { cartOperations } from '../../cart/server/cart-operations'
import { customerOperations } from '../../customer/server/customer-operations'
import { fulfilmentOperations } from '../../fulfilment/server/fulfilment-operations'
import { orderOperations } from '../../order/server/order-operations'
import { paymentOperations } from '../../payment/server/payment-operations'
import { catalogueOperations } from '../../product/server/catalogue-operations'
import { termsOperations } from '../../terms/server/terms-operations'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { ServerContext } from '../shared-context'
import { insightOperations } from './insight-operations'
import { logOperations } from './log-operations'
import { processOperations } from './process-operations'
import { relayOperations } from './relay-operations'
import { serviceOperations } from './service-operations'
import { sessionOperations } from './session-operations'
import { streamOperations } from './stream-operations'

/** All that the shop's API does. */
export const shopOperations = (context: ServerContext): readonly Operation<ShopIdentity>[] => [
  ...cartOperations(context),
  ...cartHistoryOperations(context),
  ...orderOperations(context),
  ...streamOperations(context),
  ...logOperations(context),
  ...processOperations(context),
  ...reminderOperations(context),
  ...paymentOperations(context),
  ...fulfilmentOperations(context),
  ...relayOperations(context),
  ...insightOperations(context),
  ...customerOperations(context),
  ...termsOperations(context),
  ...catalogueOperations(context),
  ...sessionOperations(context),
  ...serviceOperations(context),
]

/** Answers the shop's API. */
export const createShopApi = (context: ServerContext) => createApi(context, shopOperations(context))
