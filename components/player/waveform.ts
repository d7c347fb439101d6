import type { CartEvent, CartEventType } from '@/lib/domain/cart/events'
import { exhaustive } from '@/lib/kernel/exhaustive'

/** More marks than this would only be drawn over one another. */
const maxColumns = 480

export type Waveform = ReadonlyMap<CartEventType, string>

/**
 * A cart's history drawn like sound: what was put in rises above the middle, what was taken out falls below
 * it, the larger the further; beginnings and ends cross the whole height. One SVG path per kind of event, x
 * in versions, y from -1 (top) to 1.
 */
export const waveform = (events: readonly CartEvent[]): Waveform => {
  const columns = Math.min(events.length, maxColumns)
  const perColumn = events.length / columns
  const loudest = Math.max(4, ...events.map(unitsMoved))
  const paths = new Map<CartEventType, string>()
  const reached = new Map<string, number>()
  const draw = ({ type }: CartEvent, column: number, height: number) => {
    const key = `${type} ${column} ${Math.sign(height)}`
    if (Math.abs(height) <= (reached.get(key) ?? 0)) return
    reached.set(key, Math.abs(height))
    const version = columns === events.length ? column + 1 : (column + 0.5) * perColumn
    paths.set(type, `${paths.get(type) ?? ''}M${round(version)} 0V${round(-height)}`)
  }
  events.forEach((event, index) => {
    const column = Math.floor(index / perColumn)
    for (const height of heights(event, loudest)) draw(event, column, height)
  })
  return paths
}

const heights = (event: CartEvent, loudest: number): number[] => {
  const height = 0.25 + (0.65 * Math.log1p(unitsMoved(event))) / Math.log1p(loudest)
  switch (event.type) {
    case 'ItemAdded':
      return [height]
    case 'ItemRemoved':
      return [-height]
    case 'ItemQuantityChanged':
      return event.data.newQuantity > event.data.oldQuantity ? [height, -0.15] : [0.15, -height]
    case 'CartCreated':
    case 'CartCheckedOut':
    case 'CartAbandoned':
      return [1, -1]
    default:
      return exhaustive(event)
  }
}

const unitsMoved = (event: CartEvent): number => {
  switch (event.type) {
    case 'ItemAdded':
    case 'ItemRemoved':
      return event.data.quantity
    case 'ItemQuantityChanged':
      return Math.abs(event.data.newQuantity - event.data.oldQuantity)
    case 'CartCreated':
    case 'CartCheckedOut':
    case 'CartAbandoned':
      return 0
    default:
      return exhaustive(event)
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
