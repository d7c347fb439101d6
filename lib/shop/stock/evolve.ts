import { exhaustive } from '../../kit/kernel/exhaustive'
import type { StockEvent } from './events'
import type { Reservation, StockState, StockStatus } from './state'

/** The stock after one more event. Trusts the event: the rules are in `decide`. */
export const evolveStock = (stock: StockState, event: StockEvent): StockState => foldStock(stock, [event])

/** The same for many events; what is reserved is copied once. */
export const foldStock = (stock: StockState, events: Iterable<StockEvent>): StockState => {
  const draft = draftOf(stock)
  for (const event of events) apply(draft, event)
  return draft.version === stock.version ? stock : stateOf(draft)
}

interface StockDraft {
  readonly id: string
  status: StockStatus
  onHand: number
  readonly reservations: Map<string, Reservation>
  reserved: number
  version: number
}

const draftOf = (stock: StockState): StockDraft => ({
  ...stock,
  reservations: new Map(stock.reservations.map((each) => [each.orderId, each])),
})

const stateOf = (draft: StockDraft): StockState => ({
  ...draft,
  reservations: [...draft.reservations.values()],
})

const apply = (draft: StockDraft, event: StockEvent): void => {
  draft.version++
  switch (event.type) {
    case 'StockReceived':
      draft.status = 'counted'
      draft.onHand += event.data.quantity
      break
    case 'StockCounted':
      draft.status = 'counted'
      draft.onHand = event.data.quantity
      break
    case 'CountingStopped':
      draft.status = 'uncounted'
      draft.onHand = 0
      draft.reserved = 0
      draft.reservations.clear()
      break
    case 'StockReserved':
      reserve(draft, event.data)
      break
    case 'StockReleased':
      release(draft, event.data)
      break
    case 'StockTaken':
      draft.onHand -= event.data.quantity
      release(draft, event.data)
      break
    case 'StockReturned':
      draft.onHand += event.data.quantity
      break
    case 'StockWrittenOff':
      // What came back from an order was off the shelf already.
      if (event.data.orderId === undefined) draft.onHand -= event.data.quantity
      break
    default:
      exhaustive(event)
  }
}

const reserve = (draft: StockDraft, { orderId, quantity, until }: Reservation): void => {
  const former = draft.reservations.get(orderId)?.quantity ?? 0
  draft.reservations.set(orderId, {
    orderId,
    quantity: former + quantity,
    ...(until !== undefined && { until }),
  })
  draft.reserved += quantity
}

/** What an order has no promise of is no reservation that ends. */
const release = (draft: StockDraft, { orderId, quantity }: Reservation): void => {
  const former = draft.reservations.get(orderId)
  if (!former) return
  const left = former.quantity - quantity
  draft.reserved -= Math.min(former.quantity, quantity)
  if (left > 0) draft.reservations.set(orderId, { ...former, quantity: left })
  else draft.reservations.delete(orderId)
}
