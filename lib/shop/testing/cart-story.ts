import fc from 'fast-check'
import { cart } from '../cart/cart'
import type { CartCommand, RestoreCart } from '../cart/commands'
import type { CartEvent } from '../cart/events'
import type { CartState } from '../cart/state'

const products = ['a', 'b', 'c', 'd']
const productId = fc.constantFrom(...products)
const quantity = fc.integer({ min: 1, max: 10 })

/** Commands that a shopper in two minds might give; prices change now and then. */
export const shopping: fc.Arbitrary<CartCommand> = fc.oneof(
  fc.record({
    type: fc.constant('AddItem' as const),
    productId,
    quantity,
    product: fc.record({
      name: fc.constant('A thing'),
      unitPrice: fc.record({ amount: fc.constantFrom(500, 700), currency: fc.constant('USD') }),
    }),
  }),
  fc.record({ type: fc.constant('RemoveItem' as const), productId, reason: fc.constant('r') }),
  fc.record({ type: fc.constant('ChangeItemQuantity' as const), productId, newQuantity: quantity }),
)

/** A cart that was just created, with all that happens to it from there on. */
export const createCartStory = () => {
  const events: CartEvent[] = []
  const commands: number[] = []
  let issued = 0
  const stateAt = (version: number): CartState => cart.fold(cart.initial('c'), events.slice(0, version))

  const tell = (command: CartCommand): readonly CartEvent[] => {
    const decision = cart.decide(command, stateAt(events.length))
    const made = decision.type === 'accepted' ? decision.events : []
    issued++
    events.push(...made)
    commands.push(...made.map(() => issued))
    return made
  }
  tell({ type: 'CreateCart', customerId: 'c-1' })
  return {
    events,
    commandOf: (index: number): string => String(commands[index]),
    stateAt,
    now: () => stateAt(events.length),
    /** What a command made happen; nothing where it was refused. */
    tell,
    restore: (toVersion: number, more: Partial<RestoreCart> = {}) =>
      tell({ type: 'RestoreCart', toVersion, past: stateAt(toVersion), ...more }),
  }
}
