import type * as z from 'zod'
import { eventsPage } from '../../kit/wire/api-events'
import { exportDocument, exportManifest, exportTrailer } from '../../kit/wire/api-export'
import { streamKeyframe, streamKeyframesPage } from '../../kit/wire/api-keyframes'
import { relayTarget, waitingEvent } from '../../kit/wire/api-relay'
import { storyEvent, storyPage } from '../../kit/wire/api-stories'
import { streamEventsPage, streamState } from '../../kit/wire/api-streams'
import { problem } from '../../kit/wire/problem'
import { recordedEvent } from '../../kit/wire/recorded-event-schema'
import { checkoutAmountsAnswer } from '../cart/wire/api-amounts'
import { cartCreated, cartEventsPage, cartSnapshot, commandHandled } from '../cart/wire/api-carts'
import { cartExport, cartExportManifest } from '../cart/wire/api-export'
import { cartKeyframe, cartKeyframesPage } from '../cart/wire/api-keyframes'
import { restorePreview } from '../cart/wire/api-restore'
import { cartListItem } from '../cart/wire/cart-list'
import { customerAnswer, customerHandled, customerProfile } from '../customer/wire/api-customers'
import { orderHandled, orderSnapshot, ordersAnswer } from '../order/wire/api-orders'
import { orderListItem } from '../order/wire/order-list'
import { productsPage } from '../product/wire/api-products'
import { catalogueProduct } from '../product/wire/catalogue'
import { cartsAnswer, customersAnswer, demandAnswer, salesAnswer } from '../sales/wire/api-insights'
import { customerSummary, productDemand, salesDay } from '../sales/wire/insights'
import { shopTerms, termsHandled } from '../terms/wire/api-terms'
import { signedInUser } from './api-session'
import { recordedCartEvent, recordedOrderEvent } from './events/recorded-event-schemas'
import { money } from './money'
import { orderAmounts } from './order-amounts'

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
  CartExportManifest: cartExportManifest,
  CartExport: cartExport,
  RestorePreview: restorePreview,
  OrderAmounts: orderAmounts,
  CheckoutAmounts: checkoutAmountsAnswer,
  Stream: streamState,
  StreamEventsPage: streamEventsPage,
  StreamKeyframe: streamKeyframe,
  StreamKeyframesPage: streamKeyframesPage,
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
  OrderEvent: recordedOrderEvent,
  Order: orderSnapshot,
  OrderCommandAnswer: orderHandled,
  OrderListItem: orderListItem,
  OrdersPage: ordersAnswer,
  CustomerSummary: customerSummary,
  CustomerProfile: customerProfile,
  Customer: customerAnswer,
  CustomerCommandAnswer: customerHandled,
  CustomersPage: customersAnswer,
  ProductDemand: productDemand,
  DemandPage: demandAnswer,
  SalesDay: salesDay,
  SalesPage: salesAnswer,
  RelayTarget: relayTarget,
  RelayWaitingEvent: waitingEvent,
  Terms: shopTerms,
  TermsAnswer: termsHandled,
  User: signedInUser,
  Problem: problem,
}
