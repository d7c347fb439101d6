import { getCart, getCartEvents, postCart, postCartCommand } from './api-carts'
import type { AnyEndpoint } from './api-endpoint'
import { getEvents } from './api-events'
import { getLive, getOpenApi, getReady } from './api-health'
import { getCartKeyframes } from './api-keyframes'
import { getProducts } from './api-products'
import { getSession, postSignIn, postSignOut } from './api-session'

/** Everything the API can be asked. */
export const apiEndpoints: readonly AnyEndpoint[] = [
  postCart,
  postCartCommand,
  getCart,
  getCartEvents,
  getCartKeyframes,
  getProducts,
  getEvents,
  postSignIn,
  postSignOut,
  getSession,
  getLive,
  getReady,
  getOpenApi,
]
