import type { EventMetadata } from '../kit/events/recorded-event'
import type { EventStore } from '../kit/server/store/event-store'
import { cart } from '../shop/cart/cart'
import type { CartCommand } from '../shop/cart/commands'
import type { CartState } from '../shop/cart/state'
import { cartStream } from '../shop/server/streams'
import { newEvent } from './events'

interface Shopping {
  /** The same number, the same shopping. */
  readonly seed: number
  readonly commands: number
  readonly carts: number
  /** What the carts' ids begin with. */
  readonly prefix?: string
}

const shippingAddress = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '1', country: 'US' }

/** Random commands to carts in turn, as the rules let them through, all appended; answers how the carts ended. */
export const goShopping = async (
  store: EventStore,
  { seed, commands, carts, prefix = 'cart' }: Shopping,
): Promise<CartState[]> => {
  const random = randomOf(seed)
  const below = (count: number) => Math.floor(random() * count)
  const states = new Map<string, CartState>()
  const appends: Promise<unknown>[] = []
  for (let nth = 0; nth < commands; nth++) {
    const cartId = `${prefix}-${below(carts)}`
    const state = states.get(cartId) ?? cart.initial(cartId)
    const command = state.version === 0 ? create(below(carts / 3)) : randomCommand(below)
    const decision = cart.decide(command, state)
    if (decision.type === 'rejected' || decision.events.length === 0) continue
    states.set(cartId, cart.fold(state, decision.events))
    const occurredAt = new Date(Date.UTC(2026, 0, 1) + nth * 3_600_000).toISOString()
    const events = decision.events.map((event) => newEvent(event, { occurredAt, metadata }))
    appends.push(store.append({ stream: cartStream(cartId), expectedVersion: state.version, events }))
  }
  await Promise.all(appends)
  return [...states.values()]
}

/** Whoever checks out is somebody. */
const metadata: EventMetadata = {
  actor: { kind: 'customer', id: 'shopper' },
  correlationId: 'shopping',
  causationId: 'shopping',
  commandId: null,
}

const create = (customer: number): CartCommand => ({ type: 'CreateCart', customerId: `customer-${customer}` })

const randomCommand = (below: (count: number) => number): CartCommand => {
  const productId = `product-${below(6)}`
  switch (below(10)) {
    case 0:
      return { type: 'RemoveItem', productId, quantity: 1, reason: 'changed my mind' }
    case 1:
      return { type: 'RemoveItem', productId, reason: 'too dear' }
    case 2:
    case 3:
      return { type: 'ChangeItemQuantity', productId, newQuantity: below(10) }
    case 4:
      return below(3) === 0
        ? { type: 'Checkout', paymentMethod: 'card', shippingAddress }
        : { type: 'AddItem', productId, quantity: 2, product: offered(productId) }
    case 5:
      return below(5) === 0
        ? { type: 'AbandonCart', reason: 'left' }
        : { type: 'AddItem', productId, quantity: 3, product: offered(productId) }
    default:
      return { type: 'AddItem', productId, quantity: 1, product: offered(productId) }
  }
}

const offered = (productId: string) => ({
  name: `The ${productId}`,
  unitPrice: { amount: 100 + productId.charCodeAt(productId.length - 1), currency: 'USD' },
})

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
export const randomOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
