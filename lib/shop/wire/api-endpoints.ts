import type { AnyEndpoint } from '../../kit/wire/api-endpoint'
import { getEvent, getEvents } from '../../kit/wire/api-events'
import { getEventsExport, getStreamExport } from '../../kit/wire/api-export'
import { getAsyncApi, getLive, getOpenApi, getReady } from '../../kit/wire/api-health'
import { getStreamKeyframes } from '../../kit/wire/api-keyframes'
import { getStreamOutline } from '../../kit/wire/api-outline'
import { getParkedOfProcess, getProcesses, postRetryOfProcess } from '../../kit/wire/api-processes'
import { getRelay, getRelayWaiting, postRelay } from '../../kit/wire/api-relay'
import { getStreamScan } from '../../kit/wire/api-scan'
import { getStory } from '../../kit/wire/api-stories'
import { getStream, getStreamEvents } from '../../kit/wire/api-streams'
import { getStreamWindow } from '../../kit/wire/api-windows'
import { postStopReminders } from '../abandonment/wire/api-reminders'
import { getCheckoutAmounts } from '../cart/wire/api-amounts'
import { getCart, getCartEvents, postCart, postCartCommand } from '../cart/wire/api-carts'
import { getCartExport } from '../cart/wire/api-export'
import { getCartKeyframes } from '../cart/wire/api-keyframes'
import { getCartOutline } from '../cart/wire/api-outline'
import { getRestorePreview } from '../cart/wire/api-restore'
import { getCartScan } from '../cart/wire/api-scan'
import { getCartWindow } from '../cart/wire/api-window'
import { getCustomer, postCustomerCommand } from '../customer/wire/api-customers'
import { getOrderPayment } from '../fulfilment/wire/api-order-payment'
import { getOrder, getOrders, postOrderCommand } from '../order/wire/api-orders'
import { getPayments, postStripeWebhook, postTestCard } from '../payment/wire/api-payments'
import {
  getCatalogue,
  getOpenCarts,
  postCatalogueImport,
  postProduct,
  postProductCommand,
  postPutAway,
} from '../product/wire/api-catalogue'
import { getProducts } from '../product/wire/api-products'
import { getCarts, getCustomers, getDemand, getSalesDays } from '../sales/wire/api-insights'
import { getTerms, postTermsCommand } from '../terms/wire/api-terms'
import { getSession, postSignIn, postSignOut } from './api-session'

/** Everything the API can be asked. */
export const apiEndpoints: readonly AnyEndpoint[] = [
  getCarts,
  postCart,
  postCartCommand,
  getCart,
  getCartEvents,
  getCartKeyframes,
  getCartWindow,
  getCartOutline,
  getRestorePreview,
  getCheckoutAmounts,
  getCartExport,
  getCartScan,
  getOrders,
  getOrder,
  postOrderCommand,
  getStream,
  getStreamEvents,
  getStreamKeyframes,
  getStreamWindow,
  getStreamOutline,
  getStreamExport,
  getStreamScan,
  getProducts,
  postProduct,
  postProductCommand,
  getOpenCarts,
  getCatalogue,
  postPutAway,
  postCatalogueImport,
  getDemand,
  getCustomers,
  getCustomer,
  postCustomerCommand,
  getSalesDays,
  getEvents,
  getEventsExport,
  getEvent,
  getStory,
  getProcesses,
  getParkedOfProcess,
  postRetryOfProcess,
  postStopReminders,
  getPayments,
  postTestCard,
  postStripeWebhook,
  getOrderPayment,
  getRelay,
  getRelayWaiting,
  postRelay,
  getTerms,
  postTermsCommand,
  postSignIn,
  postSignOut,
  getSession,
  getLive,
  getReady,
  getOpenApi,
  getAsyncApi,
]
