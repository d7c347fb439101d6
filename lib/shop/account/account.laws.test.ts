import fc from 'fast-check'
import { expect, it } from 'vitest'
import { money } from '../money'
import { accountStreamType as account } from './account-stream'
import type { AccountCommand } from './commands'
import type { AccountEvent } from './events'
import type { AccountState } from './state'

const amount = fc
  .record({
    amount: fc.integer({ min: -5, max: 1_000 }),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
  })
  .map(({ amount, currency }) => money(amount, currency))

const command = fc.oneof(
  fc.record({
    type: fc.constant('OpenAccount' as const),
    owner: fc.constantFrom('ann', 'ben'),
    currency: fc.constant('USD'),
  }),
  fc.record({ type: fc.constant('DepositMoney' as const), amount, description: fc.string() }),
  fc.record({ type: fc.constant('WithdrawMoney' as const), amount, description: fc.string() }),
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
