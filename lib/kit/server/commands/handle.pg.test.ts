import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cart } from '../../../shop/cart/cart'
import type { CartEvent } from '../../../shop/cart/events'
import { quantityOf } from '../../../shop/cart/state'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { cartCreated, newEvent } from '../../../testing/events'
import { handlerOver } from '../../../testing/handler'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { loadStream } from '../store/load'
import { handleCommand } from './handle'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const actor = { kind: 'guest', id: 'g-1' } as const
const price = { amount: 100, currency: 'USD' }

describe('races on one cart', () => {
  it('two nodes with 64 writers lose nothing that they answered and double nothing', async () => {
    const stream = cartStream('raced')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())] })
    const nodes = [handlerOver(database.store), handlerOver(database.store)]
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => {
        const productId = `product-${index % 8}`
        return handleCommand(nodes[index % 2] as (typeof nodes)[0], storedCart, {
          streamId: stream.id,
          command: {
            type: 'AddItem',
            productId,
            quantity: 1,
            product: { name: productId, unitPrice: price },
          },
          actor,
          commandId: uuidv4(),
        })
      }),
    )
    const events = await loadStream<CartEvent>(database.store, stream)
    const state = cart.fold(cart.initial('raced'), events)
    const accepted = answers.flatMap((answer) => (answer.type === 'accepted' ? answer.events : []))
    expect(accepted.length).toBeGreaterThan(0)
    expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1))
    expect(accepted.map((event) => event.eventId).sort()).toEqual(
      events
        .slice(1)
        .map((event) => event.eventId)
        .sort(),
    )
    for (const answered of accepted) expect(events[answered.version - 1]).toEqual(answered)
    const added = accepted.filter(
      (event) => event.type === 'ItemAdded' && event.data.productId === 'product-3',
    )
    expect(quantityOf(state, 'product-3')).toBe(added.length)
  })

  it('one command sent to two nodes at once is appended once and answered the same', async () => {
    const stream = cartStream('doubled')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())] })
    const command = {
      type: 'AddItem',
      productId: 'p',
      quantity: 1,
      product: { name: 'P', unitPrice: price },
    } as const
    for (let round = 1; round <= 10; round++) {
      const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
      const [one, two] = await Promise.all([
        handleCommand(handlerOver(database.store), storedCart, request),
        handleCommand(handlerOver(database.store), storedCart, request),
      ])
      expect(one).toEqual(two)
      expect(one.type).toBe('accepted')
      expect(await database.store.readStream(stream)).toHaveLength(1 + round)
    }
  })

  it('one id sent to two nodes at once with two payloads is done for one and refused for the other', async () => {
    const stream = cartStream('reused')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())] })
    const add = (productId: string, quantity: number) =>
      ({ type: 'AddItem', productId, quantity, product: { name: 'P', unitPrice: price } }) as const
    for (let round = 1; round <= 10; round++) {
      const commandId = uuidv4()
      // The second would be refused by the rules: what it came to is kept another way than what is appended.
      const commands = [add(`p${round}`, 1), add('p', round % 2 ? 11 : 1)]
      const answers = await Promise.all(
        commands.map((command) =>
          handleCommand(handlerOver(database.store), storedCart, {
            streamId: stream.id,
            command,
            actor,
            commandId,
          }),
        ),
      )
      expect(answers.filter(({ type }) => type === 'reused')).toHaveLength(1)
      const [told] = answers.filter(({ type }) => type !== 'reused')
      const done = commands[answers.findIndex(({ type }) => type !== 'reused')] as (typeof commands)[0]
      const again = { streamId: stream.id, command: done, actor, commandId }
      expect(await handleCommand(handlerOver(database.store), storedCart, again)).toEqual(told)
    }
  })
})
