import type { LineQuantity } from '../events'
import type { OrderLine, OrderState } from '../state'

export type PiecesRejection =
  | { readonly type: 'NothingChosen' }
  | { readonly type: 'LineUnknown'; readonly lineId: string }
  | { readonly type: 'InvalidQuantity'; readonly quantity: number }
  /** Fewer pieces of the line can still be shipped, cancelled or returned. */
  | {
      readonly type: 'PiecesUnavailable'
      readonly lineId: string
      readonly available: number
      readonly requested: number
    }

export const isCount = (quantity: number): boolean => Number.isSafeInteger(quantity) && quantity >= 1

/** Each line once, as a sender may name one twice. */
export const piecesOf = (lines: readonly LineQuantity[]): readonly LineQuantity[] => {
  const quantities = new Map<string, number>()
  for (const { lineId, quantity } of lines) quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity)
  return [...quantities].map(([lineId, quantity]) => ({ lineId, quantity }))
}

/** All pieces there are of each line, of the lines that have some. */
export const allPieces = (
  { lines }: OrderState,
  availableOf: (line: OrderLine) => number,
): readonly LineQuantity[] =>
  lines
    .map((line) => ({ lineId: line.lineId, quantity: availableOf(line) }))
    .filter(({ quantity }) => quantity > 0)

/** Why these pieces aren't there to be taken; undefined when they are. */
export const whyNotThere = (
  order: OrderState,
  lines: readonly LineQuantity[],
  availableOf: (line: OrderLine) => number,
): PiecesRejection | undefined => {
  if (lines.length === 0) return { type: 'NothingChosen' }
  const odd = lines.find(({ quantity }) => !isCount(quantity))
  if (odd) return { type: 'InvalidQuantity', quantity: odd.quantity }
  for (const { lineId, quantity: requested } of piecesOf(lines)) {
    const line = order.lines.find((each) => each.lineId === lineId)
    if (!line) return { type: 'LineUnknown', lineId }
    const available = availableOf(line)
    if (requested > available) return { type: 'PiecesUnavailable', lineId, available, requested }
  }
  return undefined
}

/** The same pieces, in whatever order they are named? */
export const isSamePieces = (one: readonly LineQuantity[], other: readonly LineQuantity[]): boolean => {
  const quantities = new Map(piecesOf(other).map(({ lineId, quantity }) => [lineId, quantity]))
  const pieces = piecesOf(one)
  return (
    pieces.length === quantities.size &&
    pieces.every(({ lineId, quantity }) => quantities.get(lineId) === quantity)
  )
}
