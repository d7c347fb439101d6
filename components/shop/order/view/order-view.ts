import { Package } from 'lucide-react'
import { streamPath } from '@/lib/kit/client/stream-log/stream-path'
import type { OrderRejection } from '@/lib/shop/order/decide'
import type { OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import type { StreamView, Weight } from '../../../player/view/stream-view'
import { formatMoney } from '../../money-format'
import { storyPage } from '../../story-page'
import { streamPage } from '../../stream-page'
import { OrderPanel } from '../order-panel'
import { orderKinds } from './order-kinds'
import { type LineNames, lineNames } from './order-names'
import { orderRunSentence, orderSentence } from './order-sentences'

const rises: Weight = { rise: 1, fall: 0 }
const falls: Weight = { rise: 0, fall: 1 }

/** What brings the order on rises, what takes back falls; what befalls all of it bounds the strip. */
const weights: Record<OrderEvent['type'], Weight> = {
  OrderPlaced: 'bound',
  OrderItemsUpdated: { rise: 0.6, fall: 0.6 },
  QuantityCancelled: falls,
  PaymentAuthorised: { rise: 0.6, fall: 0 },
  PaymentReceived: rises,
  PaymentFailed: falls,
  AuthorisationReleased: { rise: 0, fall: 0.6 },
  OrderConfirmed: 'bound',
  OrderShipped: rises,
  OrderDelivered: rises,
  OrderCancelled: 'bound',
  ReturnRequested: { rise: 0, fall: 0.6 },
  OrderReturned: falls,
  RefundIssued: falls,
  AmountCorrected: { rise: 0.6, fall: 0.6 },
}

/** How orders are shown. */
export const orderView: StreamView<OrderState, OrderEvent, OrderRejection, LineNames> = {
  streamType: 'order',
  noun: 'order',
  owner: { name: 'customer', icon: Package },
  beforeFirst: 'An order begins here when its cart is checked out.',
  apiPath: (orderId) => streamPath('order', orderId),
  pageOf: streamPage,
  storyPageOf: storyPage,

  kinds: orderKinds,
  namesOf: lineNames,
  sentence: orderSentence,
  runSentence: (times, _first, last, names) => orderRunSentence(times, last, names),
  weightOf: (type) => weights[type],
  versionBefore: ({ version }) => version - 1,
  refersTo: (event) =>
    event.type === 'OrderPlaced' ? [{ stream: { type: 'cart', id: event.data.cartId } }] : [],

  figureOf: ({ amounts }) => formatMoney(amounts.total),
  Panel: OrderPanel,

  loadStateView: async () => (await import('./order-state-view')).orderStateView,
  loadSearchView: async () => (await import('./order-search-view')).orderSearchView,
  loadWhatIfView: async () => (await import('./order-what-if-view')).orderWhatIfView,
}
