import type * as z from 'zod'
import { cartCreated, cartEventsPage, cartSnapshot, commandHandled } from './api-carts'
import { eventsPage } from './api-events'
import { cartKeyframe, cartKeyframesPage } from './api-keyframes'
import { productsPage } from './api-products'
import { signedInUser } from './api-session'
import { catalogueProduct } from './catalogue'
import { recordedCartEvent, recordedEvent } from './events/recorded-event-schemas'
import { money } from './money'
import { problem } from './problem'

/** What the API answers with, by the names its description gives them. */
export const apiSchemas: Readonly<Record<string, z.ZodType>> = {
  Money: money,
  CartEvent: recordedCartEvent,
  Event: recordedEvent,
  Cart: cartSnapshot,
  CartCreatedAnswer: cartCreated,
  CommandAnswer: commandHandled,
  CartEventsPage: cartEventsPage,
  CartKeyframe: cartKeyframe,
  CartKeyframesPage: cartKeyframesPage,
  EventsPage: eventsPage,
  Product: catalogueProduct,
  ProductsPage: productsPage,
  User: signedInUser,
  Problem: problem,
}
