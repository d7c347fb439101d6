import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type {
  CountStock,
  ReceiveStock,
  ReleaseStock,
  ReserveStock,
  ReturnStock,
  StockCommand,
  TakeStock,
  WriteOffStock,
} from './commands'
import type { StockEvent, StockReleased } from './events'
import { availableOf, reservedFor, type StockState } from './state'

export type StockRejection =
  | { readonly type: 'InvalidQuantity'; readonly quantity: number }
  /** Fewer can be promised, or taken off the shelf, than were asked for. */
  | { readonly type: 'OutOfStock'; readonly productId: string; readonly available: number }
  /** Fewer were counted than are promised to orders: one of those has to be cancelled first. */
  | { readonly type: 'BelowReserved'; readonly reserved: number; readonly counted: number }
  /** Nobody counts this product. */
  | { readonly type: 'StockNotCounted'; readonly productId: string }

type StockDecision = Decision<StockEvent, StockRejection>

/** Beyond every shelf; read models hold it in 32 bits. */
const mostOnHand = 1_000_000_000

/** What a command comes to on the stock of a product: every rule it has is in this file. */
export const decideStock = (command: StockCommand, stock: StockState): StockDecision => {
  const wrong = whyNoQuantity(command)
  if (wrong) return reject(wrong)
  if (command.type === 'ReceiveStock') return receive(command, stock)
  if (command.type === 'CountStock') return count(command, stock)
  // Orders go on as if there were always enough of what nobody counts.
  if (stock.status !== 'counted') return isOfOrder(command) ? accept() : decideUncounted(command, stock)
  switch (command.type) {
    case 'StopCounting':
      return accept({ type: 'CountingStopped', data: {} })
    case 'ReserveStock':
      return reserve(command, stock)
    case 'ReleaseStock':
      return release(command, stock)
    case 'TakeStock':
      return take(command, stock)
    case 'ReturnStock':
      return takeBack(command, stock)
    case 'WriteOffStock':
      return writeOff(command, stock)
    default:
      return exhaustive(command)
  }
}

const whyNoQuantity = (command: StockCommand): StockRejection | undefined => {
  if (command.type === 'StopCounting' || command.quantity === undefined) return undefined
  const { quantity } = command
  const least = command.type === 'CountStock' ? 0 : 1
  const isQuantity = Number.isInteger(quantity) && quantity >= least && quantity <= mostOnHand
  return isQuantity ? undefined : { type: 'InvalidQuantity', quantity }
}

const isOfOrder = (command: StockCommand): boolean => 'orderId' in command && command.orderId !== undefined

const decideUncounted = ({ type }: StockCommand, { id }: StockState): StockDecision =>
  type === 'StopCounting' ? accept() : reject({ type: 'StockNotCounted', productId: id })

const receive = ({ quantity, reason }: ReceiveStock, { onHand }: StockState): StockDecision => {
  if (onHand + quantity > mostOnHand) return reject({ type: 'InvalidQuantity', quantity })
  return accept({ type: 'StockReceived', data: reason === undefined ? { quantity } : { quantity, reason } })
}

const count = ({ quantity }: CountStock, { status, onHand, reserved }: StockState): StockDecision => {
  if (quantity < reserved) return reject({ type: 'BelowReserved', reserved, counted: quantity })
  if (status === 'counted' && quantity === onHand) return accept()
  return accept({ type: 'StockCounted', data: { quantity } })
}

const reserve = (command: ReserveStock, stock: StockState): StockDecision => {
  const { orderId, quantity, until, at } = command
  const available = availableOf(stock)
  const lapsed = quantity > available ? lapsedBy(stock, at, orderId) : []
  const free = available + lapsed.reduce((sum, { data }) => sum + data.quantity, 0)
  if (quantity > free) return reject({ type: 'OutOfStock', productId: stock.id, available: free })
  const data = until === undefined ? { orderId, quantity } : { orderId, quantity, until }
  return accept<StockEvent>(...lapsed, { type: 'StockReserved', data })
}

/** What was kept for other orders, and longer than was promised. */
const lapsedBy = ({ reservations }: StockState, at: string, orderId: string): readonly StockReleased[] =>
  reservations
    .filter(({ until, ...each }) => until !== undefined && until <= at && each.orderId !== orderId)
    .map(({ orderId, quantity }) => ({ type: 'StockReleased', data: { orderId, quantity } }))

/** An order gives back what it was promised: nothing, where nobody counted when it was placed. */
const release = ({ orderId, quantity }: ReleaseStock, stock: StockState): StockDecision => {
  const reserved = reservedFor(stock, orderId)
  const released = Math.min(quantity ?? reserved, reserved)
  return released === 0 ? accept() : accept({ type: 'StockReleased', data: { orderId, quantity: released } })
}

/**
 * An order that was placed before anybody counted was promised none of these: it takes what nobody else was, and where that is too
 * little the count was wrong, as the next one will show.
 */
const take = ({ orderId, quantity }: TakeStock, stock: StockState): StockDecision => {
  const taken = Math.min(quantity, reservedFor(stock, orderId) + availableOf(stock))
  return taken === 0 ? accept() : accept({ type: 'StockTaken', data: { orderId, quantity: taken } })
}

const takeBack = ({ orderId, quantity }: ReturnStock, { onHand }: StockState): StockDecision =>
  onHand + quantity > mostOnHand
    ? reject({ type: 'InvalidQuantity', quantity })
    : accept({ type: 'StockReturned', data: { orderId, quantity } })

const writeOff = ({ orderId, quantity, reason }: WriteOffStock, stock: StockState): StockDecision => {
  const available = availableOf(stock)
  if (orderId === undefined && quantity > available) {
    return reject({ type: 'OutOfStock', productId: stock.id, available })
  }
  const data = orderId === undefined ? { quantity, reason } : { orderId, quantity, reason }
  return accept({ type: 'StockWrittenOff', data })
}
