import { describe, expect, it } from 'vitest'
import { createCartStory } from '../../testing/cart-story'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { cart } from '../cart'
import { readCartHistory, toCartHistoryFile } from './cart-history-file'

const story = createCartStory()
const offer = { name: 'Mug', unitPrice: { amount: 500, currency: 'USD' } }
story.tell({ type: 'AddItem', productId: 'mug', quantity: 2, product: offer })
story.tell({ type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 4 })
story.restore(2)
story.tell({ type: 'RemoveItem', productId: 'mug', quantity: 1, reason: 'r' })
const shippingAddress = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
story.tell({ type: 'Checkout', paymentMethod: 'card', shippingAddress })

const exportedAt = '2026-01-02T03:04:05.678Z'
const file = toCartHistoryFile({ exportedAt, told: 'branch' }, story.stateAt(2), story.events.slice(2))
const read = (json: unknown) => readCartHistory(JSON.stringify(json))
const problem = (json: unknown) => {
  const answer = read(json)
  return answer.type === 'refused' ? answer.problem : undefined
}

const exported = (
  events: readonly object[],
  count = events.length,
  source: object = { type: 'cart', cartId: 'cart-1' },
) => ({
  manifest: { format: 'hindsight-export', formatVersion: 1, exportedAt, source },
  events,
  trailer: { count },
})

describe("a history's file", () => {
  it('reads as what was written', () => {
    const history = { told: 'branch', before: story.stateAt(2), events: file.events }
    expect(read(file)).toEqual({ type: 'read', history })
    const answer = read(file)
    if (answer.type !== 'read') throw new Error(answer.problem.type)
    expect(cart.fold(answer.history.before, answer.history.events)).toEqual(story.now())
  })

  it('reads a cart that says no currency: it has that of what is in it', () => {
    const currencyOf = (before: object) => {
      const answer = read({ ...file, before: { ...before, currency: undefined } })
      return answer.type === 'read' && answer.history.before.currency
    }
    const items = [{ ...file.before.items[0], unitPrice: { amount: 500, currency: 'GBP' } }]
    expect(currencyOf({ ...file.before, items })).toBe('GBP')
    expect(currencyOf({ ...file.before, items: [] })).toBe('USD')
  })

  it('reads events of older shapes', () => {
    const old = {
      type: 'CartCheckedOut',
      schemaVersion: 1,
      data: { paymentMethod: 'card', totalAmount: { amount: 1, currency: 'USD' }, shippingAddress },
    }
    const answer = read({ ...file, events: [old] })
    if (answer.type !== 'read') throw new Error(answer.problem.type)
    expect(answer.history.events).toMatchObject([
      { type: 'CartCheckedOut', data: { payment: { method: 'card' } } },
    ])
  })

  it.each([
    ['a state that is none', { ...file, before: { ...file.before, version: -1 } }, 'before.version'],
    [
      'an event without its data',
      { ...file, events: [{ type: 'ItemAdded', schemaVersion: 1 }] },
      'events.0.data',
    ],
    [
      'a quantity that is none',
      {
        ...file,
        events: [
          file.events[0],
          { type: 'ItemRemoved', schemaVersion: 1, data: { productId: 'mug', quantity: 0, reason: 'r' } },
        ],
      },
      'events.1.data.quantity',
    ],
    [
      'a currency no screen can show',
      {
        ...file,
        events: [
          {
            ...itemAdded(),
            schemaVersion: 1,
            data: { ...itemAdded().data, unitPrice: { amount: 1, currency: '$$$' } },
          },
        ],
      },
      'events.0.data.unitPrice.currency',
    ],
  ])('names what is wrong: %s', (_, json, path) => {
    expect(problem(json)).toMatchObject({ type: 'Malformed', path })
  })

  it('says what it is not', () => {
    expect(readCartHistory('{')).toEqual({ type: 'refused', problem: { type: 'NotJson' } })
    for (const json of [null, [], {}, { format: 'other', formatVersion: 1, events: [] }]) {
      expect(problem(json)).toEqual({ type: 'UnknownFormat' })
    }
    expect(problem({ ...file, formatVersion: 2 })).toEqual({ type: 'NewerFormat', formatVersion: 2 })
    expect(problem({ ...file, events: Array(5_001).fill(null) })).toEqual({
      type: 'TooLong',
      count: 5_001,
      max: 5_000,
    })
    const unknown = { type: 'CartStolen', schemaVersion: 1, data: {} }
    expect(problem({ ...file, events: [unknown] })).toEqual({
      type: 'UnreadableEvent',
      index: 0,
      eventType: 'CartStolen',
    })
  })
})

describe("a cart's export", () => {
  it('reads from its first event on', () => {
    const answer = read(exported(recorded(story.events)))
    if (answer.type !== 'read') throw new Error(answer.problem.type)
    expect(answer.history.told).toBe('truth')
    expect(cart.fold(answer.history.before, answer.history.events)).toEqual({ ...story.now(), id: 'cart-1' })
  })

  it('reads as any stream is exported, and as carts were exported first', () => {
    const events = recorded([cartCreated(), itemAdded()])
    const idFrom = (source: object) => {
      const answer = read(exported(events, events.length, source))
      return answer.type === 'read' ? answer.history.before.id : answer.problem.type
    }
    expect(idFrom({ type: 'stream', streamType: 'cart', streamId: 'cart-2' })).toBe('cart-2')
    expect(idFrom({ type: 'cart', cartId: 'cart-3' })).toBe('cart-3')
    expect(idFrom({ type: 'stream', streamType: 'product', streamId: 'mug' })).toBe('NotOneStream')
  })

  it('is refused in part, and of other things than a cart', () => {
    const events = recorded([cartCreated(), itemAdded(), itemAdded('lamp')])
    expect(problem(exported(events.slice(1)))).toEqual({ type: 'NotWhole' })
    expect(problem(exported(events.slice(0, 2), 3))).toEqual({ type: 'NotWhole' })
    const { trailer: _, ...cut } = exported(events)
    expect(problem(cut)).toEqual({ type: 'NotWhole' })
    expect(problem(exported(events, 3, { type: 'log', headPosition: 9 }))).toEqual({ type: 'NotOneStream' })
  })
})
