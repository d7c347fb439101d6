import fc from 'fast-check'
import { v4 as uuidv4 } from 'uuid'
import { expect, it } from 'vitest'
import { canonicalJson } from '../kit/events/canonical-json'
import { type HandlerDependencies, handleCommand } from '../kit/server/commands/handle'
import type { EventStore } from '../kit/server/store/event-store'
import { loadStream } from '../kit/server/store/load'
import { cart } from '../shop/cart/cart'
import type { CartCommand } from '../shop/cart/commands'
import type { CartState } from '../shop/cart/state'
import { storedCart } from '../shop/cart/wire/stored-cart'
import { cartStream } from '../shop/server/streams'
import { cartCommand } from './cart-commands'

const actor = { kind: 'customer', id: 'laws' } as const

type Step =
  | { readonly type: 'send'; readonly node: number; readonly command: CartCommand }
  /** The same command id as an earlier one's, counted back. */
  | { readonly type: 'sendAgain'; readonly node: number; readonly back: number }
  /** The same command id as an earlier one's for another command, counted back. */
  | {
      readonly type: 'reuse'
      readonly node: number
      readonly back: number
      readonly command: CartCommand
    }
  /** A node forgets all it had in memory. */
  | { readonly type: 'restart'; readonly node: number }

const node = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('send' as const), node, command: cartCommand }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('sendAgain' as const), node, back: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('reuse' as const),
      node,
      back: fc.nat(9),
      command: cartCommand,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const), node }) },
)

/** Commands of all kinds that are to leave something in the log, and a node's death now and then. */
export const steps = fc
  .array(step, { maxLength: 40 })
  .map((all): Step[] => [
    { type: 'send', node: 0, command: { type: 'CreateCart', customerId: 'c-1' } },
    ...all,
  ])

/** What was sent, and what it was answered. */
interface Sent {
  readonly command: CartCommand
  readonly commandId: string
  readonly told: object
}

/** Two nodes take the steps on one cart, beside a model in memory: each answer has to be the model's. */
export const play = async (
  cartId: string,
  all: readonly Step[],
  startNode: () => HandlerDependencies,
): Promise<CartState> => {
  const nodes = [startNode(), startNode()]
  const sent: Sent[] = []
  let model = cart.initial(cartId)
  const send = (to: number, { command, commandId }: Omit<Sent, 'told'>) =>
    handleCommand(nodes[to] as HandlerDependencies, storedCart, {
      streamId: cartId,
      command,
      actor,
      commandId,
    })
  for (const each of all) {
    if (each.type === 'restart') nodes[each.node] = startNode()
    if (each.type === 'send') {
      const [{ command }, commandId] = [each, uuidv4()]
      const told = await send(each.node, { command, commandId })
      const decision = cart.decide(command, model)
      if (decision.type === 'rejected') expect(told).toEqual(decision)
      else {
        model = cart.fold(model, decision.events)
        expect(told).toMatchObject({ ...decision, version: model.version })
      }
      sent.push({ command, commandId, told })
    }
    const earlier = 'back' in each ? sent.at(-1 - each.back) : undefined
    if (earlier && each.type === 'sendAgain') expect(await send(each.node, earlier)).toEqual(earlier.told)
    if (earlier && each.type === 'reuse') {
      const isSame = canonicalJson(each.command) === canonicalJson(earlier.command)
      const told = await send(each.node, { ...earlier, command: each.command })
      expect(told).toEqual(isSame ? earlier.told : { type: 'reused' })
    }
  }
  return model
}

/** What has to hold for any commands, whatever the store is made of and however much a node remembers. */
export const handlerLaws = (
  name: string,
  store: () => EventStore,
  startNode: () => HandlerDependencies,
  numRuns: number,
): void => {
  it(`${name}: for any commands, what is stored folds to what a model comes to`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const cartId = uuidv4()
        const model = await play(cartId, all, startNode)
        const events = await loadStream(store(), cartStream(cartId))
        expect(cart.fold(cart.initial(cartId), events as Iterable<never>)).toEqual(model)
        expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
      }),
      { numRuns },
    )
  })
}
