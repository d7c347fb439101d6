import type { CartCommand } from '../lib/shop/cart/commands'
import type { CartEvent } from '../lib/shop/cart/events'
import { cartPolicy } from '../lib/shop/cart/policy'

type Lines = Map<string, { quantity: number; amount: number }>

/** What is left of a cart when it is only changed in place: no names, no state before the last one. */
export interface Floor {
  readonly totalAmount: number
  readonly refused: number
}

const floorOf = (lines: Lines, refused: number): Floor => {
  let totalAmount = 0
  for (const { quantity, amount } of lines.values()) totalAmount += quantity * amount
  return { totalAmount, refused }
}

/** What a fold costs at least: quantities in a map, changed in place. */
export const foldInPlace = (events: readonly CartEvent[], lines: Lines = new Map()): Floor => {
  for (const { type, data } of events) {
    if (type === 'ItemAdded') {
      const line = lines.get(data.productId)
      if (line) line.quantity += data.quantity
      else lines.set(data.productId, { quantity: data.quantity, amount: data.unitPrice.amount })
    } else if (type === 'ItemQuantityChanged' || type === 'ItemRemoved') {
      const line = lines.get(data.productId)
      if (!line) continue
      line.quantity += type === 'ItemRemoved' ? -data.quantity : data.newQuantity - data.oldQuantity
      if (line.quantity <= 0) lines.delete(data.productId)
    }
  }
  return floorOf(lines, 0)
}

/** What commands on a filled cart cost at least: the rules in place, without a decision, an event or a new state. */
export const commandInPlace = (filled: readonly CartEvent[], commands: readonly CartCommand[]): Floor => {
  const lines: Lines = new Map()
  foldInPlace(filled, lines)
  let refused = 0
  for (const command of commands) if (!obey(lines, command)) refused++
  return floorOf(lines, refused)
}

const obey = (lines: Lines, command: CartCommand): boolean => {
  if (!('productId' in command)) return false
  const line = lines.get(command.productId)
  if (!line) return false
  const quantity = quantityAfter(command, line.quantity)
  if (quantity < 0 || quantity > cartPolicy.maxQuantityPerProduct) return false
  line.quantity = quantity
  return true
}

const quantityAfter = (command: Extract<CartCommand, { productId: string }>, quantity: number): number => {
  if (command.type === 'AddItem') return quantity + command.quantity
  if (command.type === 'RemoveItem') return quantity - (command.quantity ?? quantity)
  return command.newQuantity
}
