import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CustomerCommand } from './commands'
import { customerStreamType as customer } from './customer-stream'
import type { CustomerEvent } from './events'
import type { CustomerState } from './state'

const email = fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com')
const constant = <Type extends string>(type: Type) => fc.constant(type)

const command: fc.Arbitrary<CustomerCommand> = fc.oneof(
  fc.record({ type: constant('SignUp'), email, name: fc.string(), heldBy: fc.constant(undefined) }),
  fc.record({ type: constant('ChangeEmail'), email, heldBy: fc.constant(undefined) }),
  fc.record({ type: constant('ChangeName'), name: fc.constantFrom('Ada', 'Ben') }),
  fc.record({ type: constant('ChangePhone'), phone: fc.constantFrom(undefined, '+1', '+2') }),
  fc.record({ type: constant('DeactivateCustomer'), reason: fc.string(), isStaff: fc.boolean() }),
  fc.record({ type: constant('ReactivateCustomer') }),
  fc.record({ type: constant('AllowReminders'), by: constant('page') }),
)
const commands = fc.array(command, { maxLength: 30 })

interface Step {
  readonly before: CustomerState
  readonly events: readonly CustomerEvent[]
  readonly after: CustomerState
}

const play = (sent: readonly CustomerCommand[]): readonly Step[] => {
  let before = customer.initial('ann')
  return sent.map((each) => {
    const decision = customer.decide(each, before)
    const events = decision.type === 'accepted' ? decision.events : []
    const step = { before, events, after: customer.fold(before, events) }
    before = step.after
    return step
  })
}

it('whatever is asked of it, it is done once: the same command right after changes nothing', () => {
  fc.assert(
    fc.property(commands, command, (sent, last) => {
      const again = play([...sent, last, last]).at(-1)
      expect(again?.events).toEqual([])
    }),
  )
})

it('nothing but coming back happens to who is deactivated, and who is active has an account', () => {
  fc.assert(
    fc.property(commands, (sent) => {
      for (const { before, events, after } of play(sent)) {
        if (before.status === 'deactivated') {
          for (const { type } of events) expect(['CustomerReactivated', 'RemindersAllowed']).toContain(type)
        }
        expect(after.status === 'none').toBe(after.email === undefined)
      }
    }),
  )
})

it('its state is what its last events say', () => {
  fc.assert(
    fc.property(commands, (sent) => {
      const steps = play(sent)
      const events = steps.flatMap((step) => step.events)
      const last = steps.at(-1)?.after ?? customer.initial('ann')
      const addresses = events.flatMap(({ data }) => ('email' in data ? [data.email] : []))
      expect(last.email).toBe(addresses.at(-1))
      expect(last.version).toBe(events.length)
    }),
  )
})
