import { getCart, getCartEvents, postCart, postCartCommand } from './api-carts'
import type { AnyEndpoint } from './api-endpoint'
import { getEvents } from './api-events'
import { getCartExport, getEventsExport } from './api-export'
import { getLive, getOpenApi, getReady } from './api-health'
import { getCarts, getCustomer, getCustomers, getDemand, getSalesDays } from './api-insights'
import { getCartKeyframes } from './api-keyframes'
import { getProducts } from './api-products'
import { getRestorePreview } from './api-restore'
import { getSession, postSignIn, postSignOut } from './api-session'

/** Everything the API can be asked. */
export const apiEndpoints: readonly AnyEndpoint[] = [
  getCarts,
  postCart,
  postCartCommand,
  getCart,
  getCartEvents,
  getCartKeyframes,
  getRestorePreview,
  getCartExport,
  getProducts,
  getDemand,
  getCustomers,
  getCustomer,
  getSalesDays,
  getEvents,
  getEventsExport,
  postSignIn,
  postSignOut,
  getSession,
  getLive,
  getReady,
  getOpenApi,
]
