import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StockCommand } from './commands'
import type { StockEvent } from './events'
import { availableOf, type StockState } from './state'
import { stockStreamType as stock } from './stock-stream'

const quantity = fc.integer({ min: -1, max: 12 })
const orderId = fc.constantFrom('a', 'b', 'c')
const moment = fc.integer({ min: 0, max: 9 }).map((minute) => `2026-11-30T12:0${minute}:00.000Z`)

const command = fc.oneof(
  fc.record({ type: fc.constant('ReceiveStock' as const), quantity }),
  fc.record({ type: fc.constant('CountStock' as const), quantity }),
  fc.record(
    { type: fc.constant('ReserveStock' as const), orderId, quantity, at: moment, until: moment },
    { requiredKeys: ['type', 'orderId', 'quantity', 'at'] },
  ),
  fc.record(
    { type: fc.constant('ReleaseStock' as const), orderId, quantity },
    { requiredKeys: ['type', 'orderId'] },
  ),
  fc.record({ type: fc.constant('TakeStock' as const), orderId, quantity }),
  fc.record({ type: fc.constant('ReturnStock' as const), orderId, quantity }),
  fc.record(
    { type: fc.constant('WriteOffStock' as const), orderId, quantity, reason: fc.constant('Broken') },
    { requiredKeys: ['type', 'quantity', 'reason'] },
  ),
  fc.record({ type: fc.constant('StopCounting' as const) }),
) satisfies fc.Arbitrary<StockCommand>

const play = (commands: readonly StockCommand[]) => {
  const states: StockState[] = [stock.initial('mug')]
  const events: StockEvent[] = []
  for (const each of commands) {
    const state = states.at(-1) as StockState
    const decision = stock.decide(each, state)
    if (decision.type === 'rejected') continue
    for (const event of decision.events) {
      events.push(event)
      states.push(stock.evolve(states.at(-1) as StockState, event))
    }
  }
  return { states, events }
}

it('whatever is asked in whatever order, nothing is oversold, and nothing below zero, at any version', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      for (const state of play(commands).states) {
        expect(availableOf(state)).toBeGreaterThanOrEqual(0)
        expect(state.onHand).toBeGreaterThanOrEqual(0)
        for (const { quantity } of state.reservations) expect(quantity).toBeGreaterThan(0)
      }
    }),
  )
})

it('what is reserved is what the open reservations come to, one for each order', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      for (const { reserved, reservations } of play(commands).states) {
        expect(reserved).toBe(reservations.reduce((sum, each) => sum + each.quantity, 0))
        expect(new Set(reservations.map((each) => each.orderId)).size).toBe(reservations.length)
      }
    }),
  )
})

it('folds many events to what they come to one by one', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const { states, events } = play(commands)
      expect(stock.fold(stock.initial('mug'), events)).toEqual(states.at(-1))
    }),
  )
})
