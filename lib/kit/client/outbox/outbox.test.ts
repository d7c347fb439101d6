import { describe, expect, it } from 'vitest'
import {
  assignStream,
  decidedBehind,
  emptyOutbox,
  gatheringMs,
  isUnconfirmed,
  markAccepted,
  markSent,
  nextStep,
  nobody,
  type Outbox,
  remove,
  removeRefused,
  withoutExpired,
} from './outbox'
import * as samples from './outbox-samples'
import {
  all,
  anEntry,
  close,
  erase,
  many,
  type NoteEntry,
  type NoteRequest,
  of,
  revert,
  waiting,
  write,
} from './outbox-samples'

const take = (outbox: Outbox<NoteEntry>, request: NoteRequest, options = {}) =>
  samples.take(outbox, anEntry(request, options), all(outbox))
const requests = (outbox: Outbox<NoteEntry>) => outbox.entries.map(({ request }) => request)

describe('what waits', () => {
  it('is gathered into one command for each subject, where the first was', () => {
    const outbox = [write(), write(1, 'cup'), write(), erase(), write(2)].reduce(
      (box, each) => take(box, each),
      emptyOutbox as Outbox<NoteEntry>,
    )
    expect(requests(outbox)).toEqual([write(3), write(1, 'cup')])
  })

  it('is gone when it comes to nothing', () => {
    expect(requests(take(waiting(write(2)), erase(2)))).toEqual([])
  })

  it('keeps the id it was given first, and is altered no more once it was tried', () => {
    const outbox = waiting(write())
    const [first] = outbox.entries
    expect(take(outbox, write()).entries[0]?.commandId).toBe(first?.commandId)
    const sent = markSent(outbox, first?.commandId ?? '', 0)
    expect(requests(take(take(sent, write()), write()))).toEqual([write(), write(2)])
  })

  it.each([
    ['a revert', revert(1)],
    ['a close', close],
  ])('is not merged across %s', (_, barrier) => {
    expect(requests(take(waiting(write(), barrier), write()))).toEqual([write(), barrier, write()])
  })

  it('is not merged with what another stream or another person asked for', () => {
    expect(take(waiting(write()), write(), { streamId: 'book-2' }).entries).toHaveLength(2)
    expect(take(waiting(write()), write(), { person: 'grace' }).entries).toHaveLength(2)
  })

  it('is not merged with what the rules refuse by now', () => {
    expect(samples.take(waiting(write(5)), anEntry(write())).entries).toHaveLength(2)
  })
})

describe('a close behind what is refused', () => {
  it('goes with it: what was seen never came to be', () => {
    const shown = ['pot', 'cup']
    const [first, closing, elsewhere] = [
      anEntry(write()),
      anEntry(close, { shown }),
      anEntry(close, { shown, streamId: 'book-2' }),
    ]
    const outbox = many(first, closing, elsewhere)
    expect(decidedBehind(outbox, first)).toEqual([closing])
    expect(removeRefused(outbox, first).entries).toEqual([elsewhere])
    expect(removeRefused(outbox, closing).entries).toEqual([first, elsewhere])
    const sent = markSent(outbox, closing.commandId, 0)
    expect(removeRefused(sent, first).entries).toHaveLength(2)
  })
})

describe('the next step', () => {
  const at = 1_000_000
  const step = (outbox: Outbox<NoteEntry>, now: number, person = of('ada')) => nextStep(outbox, person, now)

  it('sends a first click at once, and the next of its subject when a moment has passed', () => {
    const outbox = waiting(write())
    const [first] = outbox.entries
    expect(step(outbox, at)).toEqual({ type: 'send', commandId: first?.commandId })
    const sent = take(remove(markSent(outbox, first?.commandId ?? '', at), first?.commandId ?? ''), write())
    expect(step(sent, at + 100)).toEqual({ type: 'wait', ms: gatheringMs - 100 })
    expect(step(sent, at + gatheringMs)).toMatchObject({ type: 'send' })
    expect(step(take(sent, close), at + 100)).toMatchObject({ type: 'send' })
  })

  it('doesn’t wait for another subject, nor with what was sent before', () => {
    const outbox = waiting(write(), write(1, 'cup'))
    const [mug, tea] = outbox.entries
    const sent = markSent(outbox, mug?.commandId ?? '', at)
    expect(step(sent, at + 1)).toEqual({ type: 'send', commandId: mug?.commandId })
    expect(step(remove(sent, mug?.commandId ?? ''), at + 1)).toEqual({
      type: 'send',
      commandId: tea?.commandId,
    })
  })

  it('makes at most four commands of twenty clicks within two seconds', () => {
    const start = at
    let now = start
    let sent = 0
    let outbox: Outbox<NoteEntry> = emptyOutbox
    const run = () => {
      const next = step(outbox, now)
      if (next.type !== 'send') return
      sent++
      outbox = remove(markSent(outbox, next.commandId, now), next.commandId)
    }
    for (; now <= start + 4_000; now += 10) {
      const nth = (now - start) / 100
      if (Number.isInteger(nth) && nth <= 20) outbox = take(outbox, nth % 5 === 4 ? erase() : write())
      run()
    }
    expect(outbox.entries).toEqual([])
    expect(sent).toBe(4)
  })

  it('is nobody else’s; what nobody asked for is the guest’s they became', () => {
    const [one, other] = [waiting(write()), many(anEntry(write(), { person: null }))]
    expect(step(one, at, of('grace'))).toEqual({ type: 'idle' })
    expect(step(one, at, nobody)).toEqual({ type: 'idle' })
    expect(step(other, at, nobody)).toMatchObject({ type: 'send' })
    expect(step(other, at, { id: 'guest-1', isGuest: true })).toMatchObject({ type: 'send' })
    expect(step(other, at, of('ada'))).toEqual({ type: 'idle' })
  })
})

describe('an answer', () => {
  it('leaves the command until the log has come as far', () => {
    const outbox = waiting(write())
    const id = outbox.entries[0]?.commandId ?? ''
    const [entry] = markAccepted(outbox, id, { version: 3, streamId: 'book-1' }, 0).entries
    if (!entry) throw new Error('It is gone')
    expect(isUnconfirmed(entry, 'book-1', 2)).toBe(true)
    expect(isUnconfirmed(entry, 'book-1', 3)).toBe(false)
    expect(isUnconfirmed(entry, 'book-2', 2)).toBe(false)
  })

  it('tells what waits for a new stream where to go', () => {
    const outbox = many(
      anEntry(write(), { streamId: null }),
      anEntry(write(), { streamId: 'book-0' }),
      anEntry(write(), { streamId: null, person: 'grace' }),
    )
    const streams = assignStream(outbox, of('ada'), 'book-1').entries.map(({ streamId }) => streamId)
    expect(streams).toEqual(['book-1', 'book-0', null])
  })

  it('is forgotten in a while', () => {
    const outbox = waiting(write(), write(1, 'cup'))
    const [mug, tea] = outbox.entries
    const answered = markAccepted(outbox, mug?.commandId ?? '', { version: 3, streamId: 'book-1' }, today)
    expect(ids(withoutExpired(answered, of('ada'), today + 1_000))).toEqual([mug?.commandId, tea?.commandId])
    expect(ids(withoutExpired(answered, of('ada'), today + hour))).toEqual([tea?.commandId])
    // The clock was ahead when it was answered, and was put right.
    expect(ids(withoutExpired(answered, of('ada'), today - hour))).toEqual([tea?.commandId])
  })
})

const hour = 3_600_000
const day = 24 * hour
const today = Date.parse('2026-01-01T00:00:00.000Z')
const ids = (outbox: Outbox) => outbox.entries.map(({ commandId }) => commandId)

describe('what somebody left behind', () => {
  /** The page is opened by somebody else at these times, by the browser's clock. */
  const openedAt = (
    outbox: Outbox<NoteEntry>,
    times: readonly number[],
    person = of('grace'),
  ): Outbox<NoteEntry> => times.reduce((before, now) => withoutExpired(before, person, now), outbox)

  it('is forgotten after thirty days on which the page was open', () => {
    const daily = (days: number) => Array.from({ length: days }, (_, nth) => today + nth * day)
    expect(openedAt(waiting(write()), daily(30)).entries).toHaveLength(1)
    expect(openedAt(waiting(write()), daily(31)).entries).toEqual([])
  })

  it('is never forgotten for who comes back', () => {
    const times = Array.from({ length: 100 }, (_, nth) => today + nth * day)
    expect(openedAt(waiting(write()), times, of('ada')).entries).toHaveLength(1)
    const atLast = openedAt(openedAt(waiting(write()), times.slice(0, 30)), [today + 30 * day], of('ada'))
    expect(openedAt(atLast, times.slice(31, 60)).entries).toHaveLength(1)
  })

  it.each([
    ['is put right by years', [today + 40_000 * day, today]],
    ['jumps ahead', [today, today + 40 * day, today + 4_000 * day]],
    ['jumps back', [today, today - 4_000 * day, today]],
    ['goes to and fro', [today, today + 40 * day, today, today + 40 * day, today]],
  ])('is lost by no clock that %s', (_, times) => {
    const outbox = many(anEntry(write()), anEntry(write(1, 'cup'), { issuedAt: '2999-01-01T00:00:00.000Z' }))
    expect(ids(openedAt(outbox, times))).toEqual(ids(outbox))
    expect(ids(openedAt(outbox, times, of('ada')))).toEqual(ids(outbox))
  })
})

describe('gathering', () => {
  it.each([today - 40 * day, today - 1, today + 40 * day])('ends whatever the clock says: %i', (now) => {
    const [first] = waiting(write()).entries
    const sent = markSent(waiting(write()), first?.commandId ?? '', today)
    const outbox = { ...sent, entries: [anEntry(write())] }
    expect(nextStep(outbox, of('ada'), now)).toMatchObject({ type: 'send' })
    const later = markSent(outbox, outbox.entries[0]?.commandId ?? '', now)
    expect(later.sentAt).toEqual({ pot: now })
  })
})
