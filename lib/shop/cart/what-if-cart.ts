import { bareEvent } from '../../kit/events/recorded-event'
import { type Branch, type BranchStep, beginBranch } from '../../kit/history/what-if'
import type { Known, Rules } from '../../kit/history/what-if-rules'
import { accept } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { cart } from './cart'
import type { CartCommand, OfferedProduct, Offers, RestoreCart } from './commands'
import type { CartRejection } from './decide'
import type { CartEvent, CartRestored, ItemRepriced } from './events'
import { repricings } from './reprice'
import { lastKnownOffers } from './restore'
import type { CartState } from './state'

export type CartBranch = Branch<CartState, CartEvent, CartRejection>
export type CartStep = BranchStep<CartState, CartEvent, CartRejection>

/**
 * Every event on its own, but a restore together with what it took, and prices that changed with what was done then. The
 * first event is at version `after + 1`.
 */
export const partByCommand = (events: readonly CartEvent[], after: number): CartEvent[][] => {
  const groups: CartEvent[][] = []
  for (const [index, event] of events.entries()) {
    const taken: CartEvent[] = [event]
    const count = event.type === 'CartRestored' ? index + 1 - Math.max(0, event.data.fromVersion - after) : 1
    while (taken.length < count) taken.unshift(...(groups.pop() ?? []))
    while (event.type !== 'ItemRepriced' && isRepricing(groups.at(-1))) taken.unshift(...(groups.pop() ?? []))
    groups.push(taken)
  }
  return groups
}

const isRepricing = (events: readonly CartEvent[] | undefined): boolean =>
  events?.at(-1)?.type === 'ItemRepriced'

/** The command that made these events: each says what was asked for. */
export const commandOf = (events: readonly CartEvent[], known: Known<CartState>): CartCommand => {
  const event = events.at(-1)
  if (!event || event.type === 'ItemRepriced') throw new RangeError('No command makes no events of its own')
  if (event.type === 'CartRestored') return restoreOf(events, event.data, known)
  const command = bareCommandOf(event)
  const offers = offersOf(events)
  return offers.size === 0 || command.type === 'CreateCart' || command.type === 'ReopenCart'
    ? command
    : { ...command, offers }
}

/** What the catalogue asked then for what it set another price for. */
const offersOf = (events: readonly CartEvent[]): Offers => {
  const offers = new Map<string, OfferedProduct>()
  for (const { type, data } of events) {
    if (type === 'ItemRepriced')
      offers.set(data.productId, { name: data.productId, unitPrice: data.newPrice })
  }
  return offers
}

const bareCommandOf = (event: Exclude<CartEvent, ItemRepriced | CartRestored>): CartCommand => {
  switch (event.type) {
    case 'CartCreated':
      return { type: 'CreateCart', ...event.data }
    case 'ItemAdded': {
      const { productId, quantity, productName: name, unitPrice } = event.data
      return { type: 'AddItem', productId, quantity, product: { name, unitPrice } }
    }
    case 'ItemRemoved':
      return { type: 'RemoveItem', ...event.data }
    case 'ItemQuantityChanged':
      return {
        type: 'ChangeItemQuantity',
        productId: event.data.productId,
        newQuantity: event.data.newQuantity,
      }
    case 'CartCheckedOut': {
      const { payment, shippingAddress } = event.data
      return { type: 'Checkout', paymentMethod: payment.method, shippingAddress }
    }
    case 'CartAbandoned':
      return { type: 'AbandonCart', ...event.data }
    case 'CartReopened':
      return { type: 'ReopenCart' }
    default:
      return exhaustive(event)
  }
}

/**
 * Back to that moment as the branch has it, at the prices that things came back at. From before the branch there is what
 * truth went back to: the lines it had then.
 */
const restoreOf = (
  events: readonly CartEvent[],
  { fromVersion, toVersion, reason, step, leftOut }: CartRestored['data'],
  known: Known<CartState>,
): RestoreCart => {
  const then = known.truth ?? cart.initial('')
  const reached = known.stateAt(toVersion)
  const past = reached ?? { ...then, version: known.truth ? toVersion : 0 }
  const present = known.stateAt(fromVersion)?.items ?? []
  const repriced = offersOf(events)
  const offers = new Map([...lastKnownOffers(present, past.items), ...repriced])
  for (const { type, data } of events) {
    if (type === 'ItemAdded')
      offers.set(data.productId, { name: data.productName, unitPrice: data.unitPrice })
  }
  for (const { productId } of leftOut ?? []) offers.delete(productId)
  return {
    type: 'RestoreCart',
    toVersion: reached?.version ?? toVersion,
    ...(reason !== undefined && { reason }),
    ...(step && { step }),
    past,
    offers,
    keepsPrices: repriced.size === 0,
  }
}

/** A cart's events held against a cart's rules. */
export const cartRules: Rules<CartState, CartEvent, CartRejection> = {
  fold: cart.fold,
  parted: partByCommand,
  decideAgain: (events, state, known) =>
    isRepricing(events)
      ? accept(...repricings(state, offersOf(events)))
      : cart.decide(commandOf(events, known), state),
}

/** The branch that is truth still, of a cart and the events that follow; where they were recorded doesn't matter to it. */
export const beginCartBranch = (base: CartState, events: readonly CartEvent[]): CartBranch =>
  beginBranch(cartRules, base, events.map(bareEvent))
