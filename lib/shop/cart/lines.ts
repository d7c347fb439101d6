import { isSameMoney, type Money } from '../money'
import type { CartItem } from './state'

/**
 * A cart's lines while they are being changed. A line is what was put in of one product at one unit price; lines
 * stand in the order they were first added.
 */
export interface EditableLines {
  /** Into the line of that product and price, else as a new line at the end. A line keeps the name it came with. */
  add(added: CartItem): void
  /** More of a product that is there: into the last of its lines. */
  raise(productId: string, quantity: number): void
  /** Out of a product's lines, the one added last first. */
  take(productId: string, quantity: number): void
  /** A product's line at one price takes on another, in its place; the line that is there at that price, if any, joins it. */
  reprice(productId: string, from: Money, to: Money): void
  /** Puts other lines in the place of all. */
  replace(lines: readonly CartItem[]): void
  all(): readonly CartItem[]
}

export const isSameLine = (one: CartItem, other: CartItem): boolean =>
  one.productId === other.productId && isSameMoney(one.unitPrice, other.unitPrice)

/** The same line with another quantity: lines are replaced, never changed, since states share them. */
export const lineOf = ({ productId, productName, unitPrice }: CartItem, quantity: number): CartItem => ({
  productId,
  productName,
  quantity,
  unitPrice,
})

/** A line at another price, with what it is joined by. */
export const repricedLine = (line: CartItem, unitPrice: Money, joined: CartItem | undefined): CartItem =>
  lineOf({ ...line, unitPrice }, line.quantity + (joined?.quantity ?? 0))

/** What a product is called among lines; undefined where none has it. */
export const nameIn = (lines: readonly CartItem[], productId: string | undefined): string | undefined =>
  lines.find((line) => line.productId === productId)?.productName

/** Tells a line from the others of its cart, as text. */
export const lineKey = ({ productId, unitPrice }: Pick<CartItem, 'productId' | 'unitPrice'>): string =>
  `${unitPrice.amount} ${unitPrice.currency} ${productId}`
