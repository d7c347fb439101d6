import fc from 'fast-check'
import { expect, it } from 'vitest'
import { money } from '../money'
import { accountStreamType as account } from './account-stream'
import type { AccountCommand } from './commands'
import type { AccountEvent } from './events'
import { type AccountState, availableIn } from './state'

const amount = fc
  .record({
    amount: fc.integer({ min: -5, max: 1_000 }),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
  })
  .map(({ amount, currency }) => money(amount, currency))

const holdId = fc.constantFrom('h-1', 'h-2', 'h-3')

const command = fc.oneof(
  fc.record({
    type: fc.constant('OpenAccount' as const),
    owner: fc.constantFrom('ann', 'ben'),
    currency: fc.constant('USD'),
  }),
  fc.record({ type: fc.constant('DepositMoney' as const), amount, description: fc.string() }),
  fc.record({ type: fc.constant('WithdrawMoney' as const), amount, description: fc.string() }),
  fc.record({
    type: fc.constant('HoldMoney' as const),
    holdId,
    amount,
    for: fc.constant({ orderId: 'o' }),
  }),
  fc.record({ type: fc.constant('TakeHeldMoney' as const), holdId, amount, description: fc.string() }),
  fc.record({ type: fc.constant('ReleaseMoney' as const), holdId }),
  fc.record({ type: fc.constant('CloseAccount' as const) }),
) satisfies fc.Arbitrary<AccountCommand>

const play = (commands: readonly AccountCommand[]) => {
  const states: AccountState[] = [account.initial('a')]
  const events: AccountEvent[] = []
  for (const each of commands) {
    const state = states.at(-1) as AccountState
    const decision = account.decide(each, state)
    if (decision.type === 'rejected') continue
    events.push(...decision.events)
    states.push(account.fold(state, decision.events))
  }
  return { states, events }
}

it('whatever is asked of it, an account is never below zero, and closed only at zero', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      for (const { status, balance } of play(commands).states) {
        expect(balance.amount).toBeGreaterThanOrEqual(0)
        if (status === 'closed') expect(balance.amount).toBe(0)
      }
    }),
  )
})

it('its balance is what was deposited less what was withdrawn', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { states, events } = play(commands)
      const moved = events.map((event) => {
        if (event.type === 'MoneyDeposited') return event.data.amount.amount
        return event.type === 'MoneyWithdrawn' ? -event.data.amount.amount : 0
      })
      const last = states.at(-1) as AccountState
      expect(last.balance.amount).toBe(moved.reduce((sum, each) => sum + each, 0))
      expect(last.version).toBe(events.length)
    }),
  )
})

it('what may be used is never below zero, and what is held is never lost: a hold ends once', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const { states, events } = play(commands)
      for (const state of states) {
        expect(availableIn(state).amount).toBeGreaterThanOrEqual(0)
        expect(new Set(state.holds.map((hold) => hold.holdId)).size).toBe(state.holds.length)
        for (const { amount } of state.holds) expect(amount.amount).toBeGreaterThan(0)
      }
      const left = new Map<string, number>()
      for (const event of events) {
        if (event.type === 'MoneyHeld') {
          expect(left.get(event.data.holdId) ?? 0).toBe(0)
          left.set(event.data.holdId, event.data.amount.amount)
        } else if (event.type === 'MoneyReleased' || event.type === 'MoneyWithdrawn') {
          const { holdId, amount } = event.data
          if (holdId === undefined) continue
          const rest = (left.get(holdId) ?? 0) - amount.amount
          expect(rest).toBeGreaterThanOrEqual(0)
          if (event.type === 'MoneyReleased') expect(rest).toBe(0)
          left.set(holdId, rest)
        }
      }
      const last = states.at(-1) as AccountState
      expect(last.holds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(
        [...left.values()].reduce((sum, each) => sum + each, 0),
      )
    }),
  )
})
