import { Box, Flag, Lock, LockOpen, Minus, PackageCheck, Plus, RotateCcw, X } from 'lucide-react'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import type { StockEvent } from '@/lib/shop/stock/events'
import { availableOf, type StockState } from '@/lib/shop/stock/state'
import { type EventKind, kind } from '../../player/view/event-kind'
import { type PlainWords, plainView } from '../../player/view/plain-view'
import type { StreamView, Weight } from '../../player/view/stream-view'
import { count } from '../../ui/format'
import { isolated } from '../../ui/named'

/** Round is what moves goods, square what befalls the count as a whole. */
const kinds: Record<StockEvent['type'], EventKind> = {
  StockReceived: kind(Plus, 'round', 'green'),
  StockCounted: kind(Flag, 'square', 'stone'),
  CountingStopped: kind(X, 'square', 'plum'),
  StockReserved: kind(Lock, 'round', 'ochre'),
  StockReleased: kind(LockOpen, 'round', 'teal'),
  StockTaken: kind(PackageCheck, 'round', 'blue'),
  StockReturned: kind(RotateCcw, 'round', 'violet'),
  StockWrittenOff: kind(Minus, 'round', 'brick'),
}

/** What makes more available rises, what makes less falls. */
const weights: Record<StockEvent['type'], Weight> = {
  StockReceived: { rise: 1, fall: 0 },
  StockCounted: 'bound',
  CountingStopped: 'bound',
  StockReserved: { rise: 0, fall: 0.6 },
  StockReleased: { rise: 0.6, fall: 0 },
  StockTaken: { rise: 0, fall: 1 },
  StockReturned: { rise: 1, fall: 0 },
  StockWrittenOff: { rise: 0, fall: 1 },
}

const because = (why: string | undefined): string => (why ? `: ${isolated(why)}` : '')

/** What happened, as one would tell it: "3 pieces came in: Delivery 17". */
export const stockSentence = (event: StockEvent): string => {
  switch (event.type) {
    case 'StockReceived':
      return `${count(event.data.quantity, 'piece')} came in${because(event.data.reason)}`
    case 'StockCounted':
      return `${count(event.data.quantity, 'piece')} counted on the shelf`
    case 'CountingStopped':
      return 'Not counted any more'
    case 'StockReserved':
      return `${count(event.data.quantity, 'piece')} promised to an order`
    case 'StockReleased':
      return `${count(event.data.quantity, 'piece')} given back by an order`
    case 'StockTaken':
      return `${count(event.data.quantity, 'piece')} sent with an order`
    case 'StockReturned':
      return `${count(event.data.quantity, 'piece')} came back, to be sold again`
    case 'StockWrittenOff':
      return `${count(event.data.quantity, 'piece')} written off${because(event.data.reason)}`
    default:
      return exhaustive(event)
  }
}

const orderOf = (event: StockEvent): string | undefined =>
  'orderId' in event.data ? event.data.orderId : undefined

/** How the stock of a product is shown. */
export const stockView = (type: SearchableType, words: PlainWords): StreamView => {
  const view: StreamView<StockState, StockEvent> = {
    ...(plainView(type, words) as unknown as StreamView<StockState, StockEvent>),
    noun: 'stock',
    owner: { name: 'product', icon: Box },
    beforeFirst:
      'Nobody counts this product yet: what comes in and goes out is written down from the first count on.',
    kinds,
    sentence: stockSentence,
    runSentence: (times, _first, last) => `${stockSentence(last)}, and like that ${count(times, 'time')}`,
    weightOf: (type) => weights[type],
    refersTo: (event) => {
      const orderId = orderOf(event)
      return orderId === undefined ? [] : [{ stream: { type: 'order', id: orderId } }]
    },
    figureOf: (stock) =>
      stock.status === 'counted' ? count(availableOf(stock), 'available piece') : 'not counted',
  }
  return view as unknown as StreamView
}
