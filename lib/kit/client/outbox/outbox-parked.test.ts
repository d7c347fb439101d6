import { describe, expect, it } from 'vitest'
import { isUnconfirmed, nextStep } from './outbox'
import { park, removeParked, unpark } from './outbox-parked'
import { anEntry, close, erase, many, of, revert, write } from './outbox-samples'

const named = (commandId: string, request = write(), options = {}) =>
  anEntry(request, { commandId, ...options })
const parkedIn = (outbox: ReturnType<typeof many>) =>
  outbox.entries.filter((entry) => entry.parked).map(({ commandId }) => commandId)
const next = (outbox: ReturnType<typeof many>) => nextStep(outbox, of('ada'), 1_000_000)

describe('a command that the server fails on', () => {
  it('lets others by, and is shown no more as on its way', () => {
    const outbox = park(many(named('pot'), named('cup', write(1, 'cup'))), 'pot')
    expect(parkedIn(outbox)).toEqual(['pot'])
    expect(next(outbox)).toEqual({ type: 'send', commandId: 'cup' })
    expect(outbox.entries.map((entry) => isUnconfirmed(entry, 'book-1', 1))).toEqual([false, true])
  })

  it('takes along what would mean something else without it', () => {
    const outbox = many(
      named('before', close),
      named('pot'),
      named('less', erase()),
      named('cup', write(1, 'cup')),
      named('elsewhere', write(), { streamId: 'book-2' }),
      named('somebody', write(), { person: 'grace' }),
      named('closing', close),
    )
    expect(parkedIn(park(outbox, 'pot'))).toEqual(['pot', 'less', 'closing'])
    expect(parkedIn(park(many(named('back', revert(2)), named('pot')), 'back'))).toEqual(['back', 'pot'])
  })

  it('is sent again in its old place, or given up, as its person says', () => {
    const outbox = park(many(named('pot'), named('cup', write(1, 'cup')), named('closing', close)), 'pot')
    expect(next(unpark(outbox, of('ada')))).toEqual({ type: 'send', commandId: 'pot' })
    expect(parkedIn(unpark(outbox, of('ada')))).toEqual([])
    expect(removeParked(outbox, of('ada')).entries.map(({ commandId }) => commandId)).toEqual(['cup'])
    for (const change of [unpark, removeParked]) {
      expect(parkedIn(change(outbox, of('grace')))).toEqual(['pot', 'closing'])
    }
  })

  it('is nothing where it is gone already', () => {
    const outbox = many(named('pot'))
    expect(park(outbox, 'gone')).toBe(outbox)
  })
})
