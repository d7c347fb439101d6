import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { isErased } from '../../kit/kernel/erased'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { OrderAmounts } from '../amounts/amounts'
import type { AmountsRejection } from '../amounts/order-amounts'
import type { DiscountUseRejection } from '../discount/discount'
import { isSameMoney, type Money } from '../money'
import type { StockRejection } from '../stock/decide'
import { neededFields } from './address-needs'
import type {
  AbandonCart,
  AddItem,
  CartCommand,
  ChangeItemQuantity,
  Checkout,
  Offers,
  OpenCartCommand,
  RemoveItem,
  RestoreCart,
  Seen,
} from './commands'
import type { CartEvent, CartReopened, ItemRemoved, ItemRepriced, LeftOut } from './events'
import { nameIn } from './lines'
import { cartPolicy } from './policy'
import { asOffered, changesBefore, type OfferedChange } from './reprice'
import { restoration } from './restore'
import { type CartState, cartTotal, quantityOf } from './state'

type CartDecision = Decision<CartEvent, CartRejection>

/** What a command comes to on a cart: every rule a cart has is in this file. */
export const decideCart = (command: CartCommand, cart: CartState): CartDecision => {
  if (command.type === 'CreateCart') {
    if (cart.status !== 'none') return reject({ type: 'CartAlreadyExists' })
    return accept({ type: 'CartCreated', data: { customerId: command.customerId } })
  }
  if (command.type === 'ReopenCart') return reopen(cart)
  if (cart.idleSince !== undefined && isOfOwner(command)) return decideReopened(command, cart, cart.idleSince)
  const closed = whyClosed(cart)
  if (closed) return reject(closed)
  return decideOpen(command, cart)
}

const decideOpen = (command: OpenCartCommand, cart: CartState): CartDecision => {
  const changes = takesPricesOn(command) ? changesBefore(command.type, cart, command.offers) : []
  const decision = decideActive(command, asOffered(cart, changes))
  return changes.length > 0 ? withChanges(changes, cart, decision) : decision
}

const reopen = (cart: CartState): CartDecision => {
  if (cart.idleSince !== undefined) return accept(reopenedAfter(cart.idleSince))
  const closed = whyClosed(cart)
  return closed ? reject(closed) : accept()
}

/** What an owner does to a cart that was left alone takes it up again, as it was. */
const decideReopened = (command: OpenCartCommand, cart: CartState, idleSince: string): CartDecision => {
  const { idleSince: _, ...left } = cart
  const decision = decideOpen(command, { ...left, status: 'active' })
  if (decision.type === 'rejected' || decision.events.length === 0) return decision
  return accept<CartEvent>(reopenedAfter(idleSince), ...decision.events)
}

const reopenedAfter = (idleSince: string): CartReopened => ({ type: 'CartReopened', data: { idleSince } })

/** Does its owner go on with the cart by this, and nobody else? */
const isOfOwner = (command: OpenCartCommand): boolean =>
  command.type !== 'AbandonCart' && !(command.type === 'RestoreCart' && command.keepsPrices)

const withChanges = (
  changes: readonly OfferedChange[],
  cart: CartState,
  decision: CartDecision,
): CartDecision => {
  if (decision.type === 'accepted') {
    return decision.events.length > 0 ? accept<CartEvent>(...changes, ...decision.events) : decision
  }
  const { rejection } = decision
  if (rejection.type !== 'SeenChanged') return decision
  const repriced = changes.flatMap((change) => (change.type === 'ItemRepriced' ? [change.data] : []))
  const withdrawn = changes.flatMap((change) =>
    change.type === 'ItemRemoved' ? [leftOutBy(change, cart)] : [],
  )
  return reject({
    ...rejection,
    ...(repriced.length > 0 && { repriced }),
    ...(withdrawn.length > 0 && { withdrawn }),
  })
}

const leftOutBy = ({ data: { productId, quantity } }: ItemRemoved, { items }: CartState): LeftOut => ({
  productId,
  productName: nameIn(items, productId) ?? productId,
  quantity,
})

/** Before anything its owner does to a cart, its lines take on what the catalogue asks by now. */
const takesPricesOn = (command: OpenCartCommand): command is OpenCartCommand & { offers: Offers } =>
  command.offers !== undefined && !(command.type === 'RestoreCart' && command.keepsPrices)

const decideActive = (command: OpenCartCommand, cart: CartState): CartDecision => {
  switch (command.type) {
    case 'AddItem':
      return addItem(command, cart)
    case 'RemoveItem':
      return removeItem(command, cart)
    case 'ChangeItemQuantity':
      return changeItemQuantity(command, cart)
    case 'RestoreCart':
      return restore(command, cart)
    case 'Checkout':
      return checkout(command, cart)
    case 'AbandonCart':
      return abandon(command, cart)
    default:
      return exhaustive(command)
  }
}

export type CartClosed =
  | { type: 'CartNotFound' }
  | { type: 'CartAlreadyCheckedOut' }
  | { type: 'CartAbandoned' }

const whyClosed = (cart: CartState): CartClosed | undefined => {
  switch (cart.status) {
    case 'none':
      return { type: 'CartNotFound' }
    case 'active':
      return undefined
    case 'checkedOut':
      return { type: 'CartAlreadyCheckedOut' }
    case 'abandoned':
      return { type: 'CartAbandoned' }
    default:
      return exhaustive(cart.status)
  }
}

export type QuantityRejection =
  | { type: 'InvalidQuantity'; quantity: number }
  | { type: 'MaxQuantityExceeded'; max: number; requested: number }

const isCount = (quantity: number): boolean => Number.isInteger(quantity) && quantity >= 1

export type AddItemRejection =
  | QuantityRejection
  | { type: 'ProductUnknown'; productId: string }
  /** The shop sold it once, and doesn't any more. */
  | { type: 'ProductIsWithdrawn'; productId: string }
  | { type: 'CurrencyMismatch'; cart: string; product: string }
  /** It was shown at another price than it has. */
  | { type: 'PriceChanged'; productId: string; shown: Money; actual: Money }

const addItem = (command: AddItem, cart: CartState): CartDecision => {
  const { productId, quantity, product, unitPrice: shown } = command
  if (!product) return reject({ type: 'ProductUnknown', productId })
  if (!isCount(quantity)) return reject({ type: 'InvalidQuantity', quantity })
  if (product.isWithdrawn) return reject({ type: 'ProductIsWithdrawn', productId })
  const { name, unitPrice } = product
  if (shown && !isSameMoney(shown, unitPrice)) {
    return reject({ type: 'PriceChanged', productId, shown, actual: unitPrice })
  }
  if (cart.items.length > 0 && cart.currency !== unitPrice.currency) {
    return reject({ type: 'CurrencyMismatch', cart: cart.currency, product: unitPrice.currency })
  }
  const requested = quantityOf(cart, productId) + quantity
  const max = cartPolicy.maxQuantityPerProduct
  if (requested > max) return reject({ type: 'MaxQuantityExceeded', max, requested })
  return accept({ type: 'ItemAdded', data: { productId, productName: name, quantity, unitPrice } })
}

export type ProductNotFound = { type: 'ProductNotFound'; productId: string }

export type RemoveItemRejection =
  | ProductNotFound
  | { type: 'InvalidQuantity'; quantity: number }
  | { type: 'InsufficientQuantity'; available: number; requested: number }

const removeItem = (command: RemoveItem, cart: CartState): CartDecision => {
  const { productId, reason } = command
  const available = quantityOf(cart, productId)
  if (available === 0) return reject({ type: 'ProductNotFound', productId })
  const quantity = command.quantity ?? available
  if (!isCount(quantity)) return reject({ type: 'InvalidQuantity', quantity })
  if (quantity > available) {
    return reject({ type: 'InsufficientQuantity', available, requested: quantity })
  }
  const data = { productId, quantity, ...(reason !== undefined && { reason }) }
  return accept({ type: 'ItemRemoved', data })
}

const changeItemQuantity = (command: ChangeItemQuantity, cart: CartState): CartDecision => {
  const { productId, newQuantity } = command
  const oldQuantity = quantityOf(cart, productId)
  if (oldQuantity === 0) return reject({ type: 'ProductNotFound', productId })
  if (!isCount(newQuantity)) return reject({ type: 'InvalidQuantity', quantity: newQuantity })
  if (newQuantity === oldQuantity) return accept()
  const max = cartPolicy.maxQuantityPerProduct
  if (newQuantity > max) return reject({ type: 'MaxQuantityExceeded', max, requested: newQuantity })
  return accept({ type: 'ItemQuantityChanged', data: { productId, oldQuantity, newQuantity } })
}

export type ReasonMissing = { type: 'ReasonMissing' }

export type RestoreRejection =
  | ReasonMissing
  /** Versions to go back to lie from 1 to the head. */
  | { type: 'VersionNotFound'; toVersion: number; headVersion: number }

/** What the cart held once it may hold again: quantities are not asked about, prices are today's. */
const restore = (command: RestoreCart, cart: CartState): CartDecision => {
  const { toVersion, reason, step, past, offers } = command
  const { version: fromVersion } = cart
  if (past.version !== toVersion || past.status !== 'active' || toVersion > fromVersion) {
    return reject({ type: 'VersionNotFound', toVersion, headVersion: fromVersion })
  }
  if (reason?.trim() === '') return reject({ type: 'ReasonMissing' })
  const { events, order, leftOut } = restoration(cart, past.items, { offers, reason })
  if (events.length === 0 && !order && !(step && toVersion < fromVersion)) {
    const [missing] = leftOut
    return missing ? reject({ type: 'ProductUnknown', productId: missing.productId }) : accept()
  }
  const data = {
    fromVersion,
    toVersion,
    ...(reason !== undefined && { reason }),
    ...(step && { step }),
    ...(order && { order }),
    ...(leftOut.length > 0 && { leftOut }),
  }
  return accept<CartEvent>(...events, { type: 'CartRestored', data })
}

/** The cart is no longer what was before the person who decided. */
export type SeenChanged = {
  type: 'SeenChanged'
  seen: Seen
  actual: Seen
  /** The prices that are others by now, if any are. */
  repriced?: readonly ItemRepriced['data'][]
  /** What the shop doesn't sell any more, and would be left out. */
  withdrawn?: readonly LeftOut[]
}

/**
 * Is the cart still the one that was seen? Its version has to be the very same: a cart that changed and changed back
 * holds the same, but that is for who decides to say. The total has to be, too, since prices may move without the cart.
 */
const whyOutdated = (seen: Seen | undefined, cart: CartState): SeenChanged | undefined => {
  const actual = { version: cart.version, total: cartTotal(cart) }
  if (!seen || (seen.version === actual.version && isSameMoney(seen.total, actual.total))) return undefined
  return { type: 'SeenChanged', seen, actual }
}

export type CheckoutRejection =
  | SeenChanged
  | { type: 'CartEmpty' }
  | { type: 'CheckoutIncomplete'; missing: readonly string[] }
  | PlacingRejection

/** Why no order can be placed of a cart that could be checked out otherwise. */
export type PlacingRejection =
  | AmountsRejection
  | DiscountUseRejection
  /** The order comes to something else than was shown. */
  | { type: 'OrderTotalChanged'; seen: Money; amounts: OrderAmounts }
  | (Extract<StockRejection, { type: 'OutOfStock' }> & { productName: string })

const checkout = ({ paymentMethod, shippingAddress, seen }: Checkout, cart: CartState): CartDecision => {
  const outdated = whyOutdated(seen, cart)
  if (outdated) return reject(outdated)
  if (cart.items.length === 0) return reject({ type: 'CartEmpty' })
  const missing = missingOf(paymentMethod, shippingAddress)
  if (missing.length > 0) return reject({ type: 'CheckoutIncomplete', missing })
  return accept({
    type: 'CartCheckedOut',
    data: { payment: { method: paymentMethod }, totalAmount: cartTotal(cart), shippingAddress },
  })
}

/** What was erased was complete when the cart was checked out. */
const missingOf = (paymentMethod: string, address: Checkout['shippingAddress']): string[] => [
  ...(paymentMethod.trim() === '' ? ['paymentMethod'] : []),
  ...(isErased(address) ? [] : neededFields(address.country).filter((field) => address[field].trim() === '')),
]

const abandon = ({ reason, idleSince, seen }: AbandonCart, cart: CartState): CartDecision => {
  const outdated = whyOutdated(seen, cart)
  if (outdated) return reject(outdated)
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  return accept({ type: 'CartAbandoned', data: { reason, ...(idleSince !== undefined && { idleSince }) } })
}

export type CartRejection =
  | { type: 'CartAlreadyExists' }
  | CartClosed
  | AddItemRejection
  | RemoveItemRejection
  | RestoreRejection
  | CheckoutRejection
