import { expect, it } from 'vitest'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { goShopping } from '../../testing/shopping'
import { shopEvents } from '../../wire/events/shop-events'
import { cart } from '../cart'
import { createCartStates } from './cart-states'

const shop = async () => {
  const store = createMemoryStore(shopEvents)
  await goShopping(store, { seed: 7, commands: 300, carts: 12 })
  return { store, events: await store.readAll({ limit: 1000 }) }
}

it.each([1_000, 5_000, 30_000_000])(
  'knows a cart before and after each event, remembering %i bytes',
  async (bytes) => {
    const { store, events } = await shop()
    const follow = createCartStates(store, bytes)
    const states = new Map<string, ReturnType<typeof cart.initial>>()
    for (let from = 0; from < events.length; from += 17) {
      for (const { event, before, after, opened } of await follow(events.slice(from, from + 17))) {
        expect(before).toEqual(states.get(event.streamId) ?? cart.initial(event.streamId))
        expect(after).toEqual(cart.evolve(before, event))
        expect(opened.position).toBe(events.find(({ streamId }) => streamId === event.streamId)?.position)
        states.set(event.streamId, after)
      }
    }
  },
)

it('is right when a batch comes again, or lacks events of a cart', async () => {
  const { store, events } = await shop()
  const follow = createCartStates(store)
  const once = await follow(events)
  expect(await follow(events)).toEqual(once)
  const some = events.filter((_, index) => index % 3 === 0)
  expect(await createCartStates(store)(some)).toEqual(once.filter(({ event }) => some.includes(event)))
})

it('says so when the log lacks what a cart is made of', async () => {
  const { events } = await shop()
  const follow = createCartStates(createMemoryStore(shopEvents))
  await expect(follow(events.filter(({ version }) => version > 1))).rejects.toThrow("can't be read up to")
})
