import type { LineQuantity, OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import { named } from '../../../ui/named'

/** What the products of an order's lines are called, by the lines' ids. */
export type LineNames = ReadonlyMap<string, string>

/** The names of all lines that a window of events speaks of. */
export const lineNames = (before: OrderState, events: readonly OrderEvent[]): LineNames => {
  const names = new Map(before.lines.map(({ lineId, productName }) => [lineId, productName]))
  for (const event of events) {
    if (event.type !== 'OrderPlaced' && event.type !== 'OrderItemsUpdated') continue
    for (const { lineId, productName } of event.data.lines) names.set(lineId, productName)
  }
  return names
}

export const nameOfLine = (names: LineNames, lineId: string): string =>
  named(names.get(lineId) ?? `line ${lineId}`)

/** "2 x Ceramic Mug, 1 x Tea Pot", and how many more where there are many. */
export const piecesText = (lines: readonly LineQuantity[], names: LineNames): string => {
  const told = lines.slice(0, 3).map(({ lineId, quantity }) => `${quantity} x ${nameOfLine(names, lineId)}`)
  const more = lines.length - told.length
  return [...told, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}
