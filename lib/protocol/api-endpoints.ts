import { getCart, getCartEvents, postCart, postCartCommand } from './api-carts'
import type { AnyEndpoint } from './api-endpoint'
import { getEvent, getEvents } from './api-events'
import { getCartExport, getEventsExport } from './api-export'
import { getLive, getOpenApi, getReady } from './api-health'
import { getCarts, getCustomer, getCustomers, getDemand, getSalesDays } from './api-insights'
import { getCartKeyframes } from './api-keyframes'
import { getCartOutline } from './api-outline'
import { getProducts } from './api-products'
import { getRestorePreview } from './api-restore'
import { getCartScan } from './api-scan'
import { getSession, postSignIn, postSignOut } from './api-session'
import { getStory } from './api-stories'
import { getCartWindow } from './api-windows'

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
  getCartExport,
  getCartScan,
  getProducts,
  getDemand,
  getCustomers,
  getCustomer,
  getSalesDays,
  getEvents,
  getEventsExport,
  getEvent,
  getStory,
  postSignIn,
  postSignOut,
  getSession,
  getLive,
  getReady,
  getOpenApi,
]
