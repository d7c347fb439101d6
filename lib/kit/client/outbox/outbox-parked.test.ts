import { describe, expect, it } from 'vitest'
import { isUnconfirmed, nextStep } from './outbox'
import { parked, unparked, withoutParked } from './outbox-parked'
import { add, anEntry, checkout, less, many, of, restore } from './outbox-samples'

const named = (commandId: string, request = add(), options = {}) =>
  anEntry(request, { commandId, ...options })
const parkedIn = (outbox: ReturnType<typeof many>) =>
  outbox.entries.filter((entry) => entry.parked).map(({ commandId }) => commandId)
const next = (outbox: ReturnType<typeof many>) => nextStep(outbox, of('ada'), 1_000_000)

describe('a command that the shop fails on', () => {
  it('lets others by, and is shown no more as on its way', () => {
    const outbox = parked(many(named('mug'), named('tea', add(1, 'tea'))), 'mug')
    expect(parkedIn(outbox)).toEqual(['mug'])
    expect(next(outbox)).toEqual({ type: 'send', commandId: 'tea' })
    expect(outbox.entries.map((entry) => isUnconfirmed(entry, 'cart-1', 1))).toEqual([false, true])
  })

  it('takes along what would mean something else without it', () => {
    const outbox = many(
      named('before', checkout),
      named('mug'),
      named('less', less()),
      named('tea', add(1, 'tea')),
      named('elsewhere', add(), { cartId: 'cart-2' }),
      named('somebody', add(), { person: 'grace' }),
      named('checkout', checkout),
    )
    expect(parkedIn(parked(outbox, 'mug'))).toEqual(['mug', 'less', 'checkout'])
    expect(parkedIn(parked(many(named('back', restore(2)), named('mug')), 'back'))).toEqual(['back', 'mug'])
  })

  it('is sent again in its old place, or given up, as its person says', () => {
    const outbox = parked(many(named('mug'), named('tea', add(1, 'tea')), named('checkout', checkout)), 'mug')
    expect(next(unparked(outbox, of('ada')))).toEqual({ type: 'send', commandId: 'mug' })
    expect(parkedIn(unparked(outbox, of('ada')))).toEqual([])
    expect(withoutParked(outbox, of('ada')).entries.map(({ commandId }) => commandId)).toEqual(['tea'])
    for (const change of [unparked, withoutParked]) {
      expect(parkedIn(change(outbox, of('grace')))).toEqual(['mug', 'checkout'])
    }
  })

  it('is nothing where it is gone already', () => {
    const outbox = many(named('mug'))
    expect(parked(outbox, 'gone')).toBe(outbox)
  })
})
