import { describe, expect, it } from 'vitest'
import { extendHistory } from '../../../kit/history/history'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import type { CartEvent } from '../events'
import type { CartRequest } from '../wire/commands'
import type { CartEntry } from './cart-entry'
import { anEntry, decided } from './cart-entry-samples'
import { emptyCartLog } from './cart-log'

const mug = { name: 'The mug', unitPrice: { amount: 1599, currency: 'USD' } }
const empty = emptyCartLog('cart-1').history
const cartOf = (...events: CartEvent[]) => extendHistory(empty, recorded(events))

const pending = (request: CartRequest): CartEntry => anEntry(request, { product: mug })
const add = (quantity = 1) => pending({ type: 'AddItem', productId: 'mug', quantity })
const restore = (toVersion: number, expectedVersion?: number): CartEntry => ({
  ...pending({ type: 'RestoreCart', toVersion, reason: 'undo' }),
  expectedVersion,
})
const remove = (quantity = 1) => pending({ type: 'RemoveItem', productId: 'mug', quantity, reason: 'no' })

describe('pending commands', () => {
  it('show at once, by the rules the server has', () => {
    const { state, events, refused } = decided(cartOf(cartCreated(), itemAdded('mug', 2)), [
      add(),
      add(),
      remove(),
    ])
    expect(state.items[0]?.quantity).toBe(3)
    expect(events.map(({ event }) => event.type)).toEqual(['ItemAdded', 'ItemAdded', 'ItemRemoved'])
    expect(refused).toEqual([])
  })

  it('begin a cart that is not there yet, as the server will', () => {
    const { state, events } = decided(empty, [add(), add()])
    expect(events.map(({ event }) => event.type)).toEqual(['CartCreated', 'ItemAdded', 'ItemAdded'])
    expect(state.status).toBe('active')
  })

  it('are decided anew when the cart moved on elsewhere', () => {
    const commands = [add(3)]
    expect(decided(cartOf(cartCreated(), itemAdded('mug', 5)), commands).state.items[0]?.quantity).toBe(8)
    const moved = decided(cartOf(cartCreated(), itemAdded('mug', 8)), commands)
    expect(moved.state.items[0]?.quantity).toBe(8)
    expect(moved.refused).toEqual([
      {
        commandId: commands[0]?.commandId,
        rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 11 },
      },
    ])
  })

  it('that are refused leave room for those after them', () => {
    const { state } = decided(cartOf(cartCreated(), itemAdded('mug', 9)), [add(5), add(1)])
    expect(state.items[0]?.quantity).toBe(10)
  })

  it('go back to a confirmed version, and to one that is itself on its way', () => {
    const confirmed = cartOf(cartCreated(), itemAdded('mug', 2))
    expect(decided(confirmed, [add(), restore(1)]).state).toMatchObject({ items: [], version: 5 })
    expect(decided(confirmed, [add(), add(), restore(3)]).state.items).toMatchObject([{ quantity: 3 }])
  })

  it('go back only from the version they were meant for', () => {
    const [undo, again] = [restore(2, 3), restore(3, 5)]
    const { state, refused } = decided(cartOf(cartCreated(), itemAdded('mug', 2)), [add(), undo, again])
    expect(state.items).toMatchObject([{ quantity: 3 }])
    expect(refused).toEqual([])
    const elsewhere = cartOf(cartCreated(), itemAdded('mug', 2), itemAdded('tea'), itemAdded('mug', 1))
    expect(decided(elsewhere, [undo])).toMatchObject({
      events: [],
      refused: [{ rejection: { type: 'ConcurrencyConflict', expected: 3, actual: 4 } }],
    })
  })

  it('change nothing when there are none', () => {
    const confirmed = cartOf(cartCreated())
    expect(decided(confirmed, [])).toEqual({ state: confirmed.head, events: [], refused: [] })
  })
})
