import type * as z from 'zod'
import { cartCreated, cartEventsPage, cartSnapshot, commandHandled } from './api-carts'
import { eventsPage } from './api-events'
import { exportDocument, exportManifest, exportTrailer } from './api-export'
import { cartsAnswer, customerAnswer, customersAnswer, demandAnswer, salesAnswer } from './api-insights'
import { cartKeyframe, cartKeyframesPage } from './api-keyframes'
import { productsPage } from './api-products'
import { restorePreview } from './api-restore'
import { signedInUser } from './api-session'
import { storyEvent, storyPage } from './api-stories'
import { cartListItem } from './cart-list'
import { catalogueProduct } from './catalogue'
import { recordedCartEvent, recordedEvent } from './events/recorded-event-schemas'
import { customerSummary, productDemand, salesDay } from './insights'
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
  RestorePreview: restorePreview,
  EventsPage: eventsPage,
  StoryEvent: storyEvent,
  StoryPage: storyPage,
  ExportManifest: exportManifest,
  ExportTrailer: exportTrailer,
  Export: exportDocument,
  Product: catalogueProduct,
  ProductsPage: productsPage,
  CartListItem: cartListItem,
  CartsPage: cartsAnswer,
  CustomerSummary: customerSummary,
  Customer: customerAnswer,
  CustomersPage: customersAnswer,
  ProductDemand: productDemand,
  DemandPage: demandAnswer,
  SalesDay: salesDay,
  SalesPage: salesAnswer,
  User: signedInUser,
  Problem: problem,
}
