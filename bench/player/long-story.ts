import { v7 as uuidv7 } from 'uuid'
import { beginStory } from '../../lib/kit/events/cause'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import { newEvent } from '../../lib/kit/server/store/new-event'
import { createRandom, type Random } from '../../lib/kit/testing/load/random'
import { cart } from '../../lib/shop/cart/cart'
import type { CartCommand } from '../../lib/shop/cart/commands'
import type { CartEvent } from '../../lib/shop/cart/events'
import type { CartItem, CartState } from '../../lib/shop/cart/state'
import { money } from '../../lib/shop/money'
import { shopEvents } from '../../lib/shop/wire/events/shop-events'
import { actor } from '../events'

const mostLines = 60
const products = 240
const pastEvery = 500
const begunAt = Date.parse('2026-01-05T08:00:00Z')

/**
 * A busy cart's history as commands made it: lines added, changed and removed, up to sixty at once, now and then
 * brought back to an earlier version, with pauses between. The same at every run but for its ids.
 */
export const longStory = (cartId: string, length: number): NewEvent<CartEvent>[] => {
  const random = createRandom(length)
  const events: NewEvent<CartEvent>[] = []
  const pasts: CartState[] = []
  let now = cart.initial(cartId)
  let at = begunAt
  while (events.length < length) {
    const command = nextCommand(random, now, pasts)
    const decision = cart.decide(command, now)
    if (decision.type === 'rejected') continue
    at += pause(random)
    events.push(...enveloped(decision.events, command, at))
    now = cart.fold(now, decision.events)
    if (pasts.length * pastEvery < now.version) pasts.push(now)
  }
  return events.slice(0, length)
}

const nextCommand = (random: Random, now: CartState, pasts: readonly CartState[]): CartCommand => {
  if (now.status === 'none') return { type: 'CreateCart', customerId: actor.id }
  const past = pasts[random.below(pasts.length)]
  if (past && random.below(2_000) === 0) {
    return { type: 'RestoreCart', toVersion: past.version, reason: 'As it was before', past }
  }
  const line = now.items[random.below(now.items.length)]
  const die = random.below(10)
  if (!line || (die < 4 && now.items.length < mostLines)) return addProduct(random.below(products))
  return commandOnLine(random, line, die)
}

const addProduct = (product: number): CartCommand => ({
  type: 'AddItem',
  productId: `bench-${product}`,
  quantity: 1,
  product: { name: `Enamel saucepan no. ${product}`, unitPrice: money(199 + 37 * product, 'USD') },
})

const commandOnLine = (random: Random, { productId, ...line }: CartItem, die: number): CartCommand => {
  if (die < 6) {
    return {
      type: 'AddItem',
      productId,
      quantity: 1,
      product: { name: line.productName, unitPrice: line.unitPrice },
    }
  }
  if (die < 8) return { type: 'ChangeItemQuantity', productId, newQuantity: 1 + random.below(10) }
  return { type: 'RemoveItem', productId, reason: 'No longer wanted' }
}

/** In milliseconds: seconds mostly, hours now and then. */
const pause = (random: Random): number =>
  random.below(400) === 0 ? random.below(9 * 3_600_000) : 200 + random.below(20_000)

const enveloped = (
  events: readonly CartEvent[],
  { type }: CartCommand,
  at: number,
): NewEvent<CartEvent>[] => {
  const id = uuidv7()
  const origin = {
    occurredAt: new Date(at).toISOString(),
    actor,
    cause: beginStory(id),
    command: { type, id },
  }
  return events.map((event) => newEvent(shopEvents, event, { ...origin, eventId: uuidv7() }))
}
