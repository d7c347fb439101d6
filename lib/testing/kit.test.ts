import { describe, expect, it } from 'vitest'
import { accept, type Decider, reject } from '../kit/kernel/decider'
import { handleCommand } from '../kit/server/commands/handle'
import { createMemoryStore } from '../kit/server/store/memory-store'
import { cart } from '../shop/cart/cart'
import { storedCart } from '../shop/cart/wire/stored-cart'
import { cartStream } from '../shop/server/streams'
import { shopEvents } from '../shop/wire/events/shop-events'
import { cartCreated, itemAdded, newEvent } from './events'
import { given } from './given'
import { handlerOver } from './handler'

type Lamp = Decider<boolean, 'switchOn' | 'switchOff', 'on' | 'off', { type: 'NoBulb' }>

const lamp: Lamp = {
  initial: () => false,
  evolve: (_, event) => event === 'on',
  fold: (isOn, events) => [...events].reduce(lamp.evolve, isOn),
  decide: (command, isOn) => {
    if (command === 'switchOn') return isOn ? accept() : accept('on')
    return isOn ? accept('off') : reject({ type: 'NoBulb' })
  },
}

describe('given, when, then', () => {
  it('takes any decider', () => {
    given(lamp).when('switchOn').then('on')
    given(lamp, 'on').when('switchOff').then('off')
    given(lamp, 'on').when('switchOn').thenNothing()
    given(lamp, 'on', 'off').when('switchOff').thenRejected({ type: 'NoBulb' })
  })

  it('fails where the outcome is another one', () => {
    expect(() => given(lamp).when('switchOn').then('off')).toThrow()
    expect(() => given(lamp).when('switchOn').then('on', 'on')).toThrow()
    expect(() => given(lamp).when('switchOn').thenNothing()).toThrow()
    expect(() => given(lamp).when('switchOn').thenRejected({ type: 'NoBulb' })).toThrow()
    expect(() => given(lamp).when('switchOff').then('off')).toThrow()
    expect(() => given(lamp).when('switchOff').thenNothing()).toThrow()
  })
})

it('a handler over the store in memory answers as the shop does, at times that are known', async () => {
  const store = createMemoryStore(shopEvents)
  const stream = cartStream('cart-1')
  await store.append({ stream, expectedVersion: 'none', events: [newEvent(cartCreated())] })

  const handled = await handleCommand(handlerOver(store), storedCart, {
    streamId: 'cart-1',
    command: {
      type: 'AddItem',
      productId: 'mug',
      quantity: 2,
      product: { name: 'The mug', unitPrice: { amount: 1599, currency: 'USD' } },
    },
    actor: { kind: 'guest', id: 'guest-1' },
  })

  expect(handled).toMatchObject({ type: 'accepted', version: 2, events: [itemAdded('mug', 2)] })
  const events = await store.readStream(stream)
  expect(events.map(({ occurredAt }) => occurredAt)).toEqual([
    '2026-01-02T03:04:05.678Z',
    '2026-01-01T00:00:00.000Z',
  ])
  expect(cart.fold(cart.initial('cart-1'), events as Iterable<never>).items).toHaveLength(1)
})
