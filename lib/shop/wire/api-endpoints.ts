import type { AnyEndpoint } from '../../kit/wire/api-endpoint'
import { getEvent, getEvents } from '../../kit/wire/api-events'
import { getCartExport, getEventsExport } from '../../kit/wire/api-export'
import { getLive, getOpenApi, getReady } from '../../kit/wire/api-health'
import { getCartKeyframes } from '../../kit/wire/api-keyframes'
import { getCartOutline } from '../../kit/wire/api-outline'
import { getCartScan } from '../../kit/wire/api-scan'
import { getSession, postSignIn, postSignOut } from '../../kit/wire/api-session'
import { getStory } from '../../kit/wire/api-stories'
import { getCartWindow } from '../../kit/wire/api-windows'
import { getCart, getCartEvents, postCart, postCartCommand } from '../cart/wire/api-carts'
import { getRestorePreview } from '../cart/wire/api-restore'
import { getProducts } from '../product/wire/api-products'
import { getCarts, getCustomer, getCustomers, getDemand, getSalesDays } from '../sales/wire/api-insights'

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
