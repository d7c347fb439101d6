import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyCartLog } from '../../../shop/cart/client/cart-log'
import type { CartRequest } from '../../../shop/cart/wire/commands'
import { lineRequest } from '../../../testing/cart-requests'
import { cartCreated, itemAdded, recorded } from '../../../testing/events'
import { extendHistory } from '../../history/history'
import { judgeCommand } from './judge-command'
import {
  accepted,
  closingsBehind,
  emptyOutbox,
  gatheringMs,
  issued,
  isUnconfirmed,
  nextStep,
  nobody,
  type Outbox,
  opened,
  refused,
  removed,
  swept,
  tried,
} from './outbox'
import { add, anEntry, checkout, less, many, of, restore, waiting } from './outbox-samples'
import { decidePending } from './pending'

const all = (outbox: Outbox) => new Set(outbox.entries.map(({ commandId }) => commandId))
const take = (outbox: Outbox, request: CartRequest, options = {}) =>
  issued(outbox, anEntry(request, options), all(outbox))
const requests = (outbox: Outbox) => outbox.entries.map(({ request }) => request)

describe('what waits', () => {
  it('is gathered into one command for each product, where the first was', () => {
    const outbox = [add(), add(1, 'tea'), add(), less(), add(2)].reduce(
      (box, each) => take(box, each),
      emptyOutbox,
    )
    expect(requests(outbox)).toEqual([add(3), add(1, 'tea')])
  })

  it('is gone when it comes to nothing', () => {
    expect(requests(take(waiting(add(2)), less(2)))).toEqual([])
  })

  it('keeps the id it was given first, and is altered no more once it was tried', () => {
    const outbox = waiting(add())
    const [first] = outbox.entries
    expect(take(outbox, add()).entries[0]?.commandId).toBe(first?.commandId)
    const sent = tried(outbox, first?.commandId ?? '', 0)
    expect(requests(take(take(sent, add()), add()))).toEqual([add(), add(2)])
  })

  it.each([
    ['a restore', restore(1)],
    ['a checkout', checkout],
  ])('is not merged across %s', (_, barrier) => {
    expect(requests(take(waiting(add(), barrier), add()))).toEqual([add(), barrier, add()])
  })

  it('is not merged with what another cart or another person asked for', () => {
    expect(take(waiting(add()), add(), { cartId: 'cart-2' }).entries).toHaveLength(2)
    expect(take(waiting(add()), add(), { person: 'grace' }).entries).toHaveLength(2)
  })

  it('is not merged with what the rules refuse by now', () => {
    expect(issued(waiting(add(5)), anEntry(add()), new Set()).entries).toHaveLength(2)
  })

  it('makes the cart that the single clicks would have made, none of which is refused', () => {
    const begun = fc.record({ mug: fc.integer({ min: 0, max: 9 }), tea: fc.integer({ min: 0, max: 9 }) })
    const clicks = fc.array(fc.record({ request: lineRequest, sends: fc.boolean() }), { maxLength: 30 })
    let spared = 0
    fc.assert(
      fc.property(begun, clicks, ({ mug, tea }, clicks) => {
        const { history } = emptyCartLog('cart-1')
        const log = extendHistory(
          history,
          recorded([
            cartCreated(),
            ...(mug ? [itemAdded('mug', mug)] : []),
            ...(tea ? [itemAdded('tea', tea)] : []),
          ]),
        )
        let outbox = emptyOutbox
        const single = []
        for (const { request, sends } of clicks) {
          const entry = anEntry(request)
          const judged = judgeCommand(log, outbox.entries, entry)
          if (judged.type === 'refused') continue
          single.push(entry)
          outbox = issued(outbox, entry, judged.mergeable)
          const next = outbox.entries.find((each) => !each.tried)
          if (sends && next) outbox = tried(outbox, next.commandId, 0)
        }
        const merged = decidePending(log, outbox.entries)
        expect(merged.refused).toEqual([])
        expect(merged.state.items).toEqual(decidePending(log, single).state.items)
        spared += single.length - outbox.entries.length
      }),
    )
    expect(spared).toBeGreaterThan(10)
  })
})

describe('a checkout behind what is refused', () => {
  it('goes with it: what was seen never came to be', () => {
    const shown = [
      { productId: 'mug', productName: 'Mug', quantity: 1, unitPrice: { amount: 1, currency: 'USD' } },
    ]
    const [first, closing, elsewhere] = [
      anEntry(add()),
      anEntry(checkout, { shown }),
      anEntry(checkout, { shown, cartId: 'cart-2' }),
    ]
    const outbox = many(first, closing, elsewhere)
    expect(closingsBehind(outbox, first)).toEqual([closing])
    expect(refused(outbox, first).entries).toEqual([elsewhere])
    expect(refused(outbox, closing).entries).toEqual([first, elsewhere])
    const sent = tried(outbox, closing.commandId, 0)
    expect(refused(sent, first).entries).toHaveLength(2)
  })
})

describe('the next step', () => {
  const at = 1_000_000
  const step = (outbox: Outbox, now: number, person = of('ada')) => nextStep(outbox, person, now)

  it('sends a first click at once, and the next of its product when a moment has passed', () => {
    const outbox = waiting(add())
    const [first] = outbox.entries
    expect(step(outbox, at)).toEqual({ type: 'send', commandId: first?.commandId })
    const sent = take(removed(tried(outbox, first?.commandId ?? '', at), first?.commandId ?? ''), add())
    expect(step(sent, at + 100)).toEqual({ type: 'wait', ms: gatheringMs - 100 })
    expect(step(sent, at + gatheringMs)).toMatchObject({ type: 'send' })
    expect(step(take(sent, checkout), at + 100)).toMatchObject({ type: 'send' })
  })

  it('doesn’t wait for another product, nor with what was tried before', () => {
    const outbox = waiting(add(), add(1, 'tea'))
    const [mug, tea] = outbox.entries
    const sent = tried(outbox, mug?.commandId ?? '', at)
    expect(step(sent, at + 1)).toEqual({ type: 'send', commandId: mug?.commandId })
    expect(step(removed(sent, mug?.commandId ?? ''), at + 1)).toEqual({
      type: 'send',
      commandId: tea?.commandId,
    })
  })

  it('makes at most four commands of twenty clicks within two seconds', () => {
    const start = at
    let now = start
    let sent = 0
    let outbox = emptyOutbox
    const run = () => {
      const next = step(outbox, now)
      if (next.type !== 'send') return
      sent++
      outbox = removed(tried(outbox, next.commandId, now), next.commandId)
    }
    for (; now <= start + 4_000; now += 10) {
      const nth = (now - start) / 100
      if (Number.isInteger(nth) && nth <= 20) outbox = take(outbox, nth % 5 === 4 ? less() : add())
      run()
    }
    expect(outbox.entries).toEqual([])
    expect(sent).toBe(4)
  })

  it('is nobody else’s; what nobody asked for is the guest’s they became', () => {
    const [one, other] = [waiting(add()), many(anEntry(add(), { person: null }))]
    expect(step(one, at, of('grace'))).toEqual({ type: 'idle' })
    expect(step(one, at, nobody)).toEqual({ type: 'idle' })
    expect(step(other, at, nobody)).toMatchObject({ type: 'send' })
    expect(step(other, at, { id: 'guest-1', isGuest: true })).toMatchObject({ type: 'send' })
    expect(step(other, at, of('ada'))).toEqual({ type: 'idle' })
  })
})

describe('an answer', () => {
  it('leaves the command until the log has come as far', () => {
    const outbox = waiting(add())
    const id = outbox.entries[0]?.commandId ?? ''
    const [entry] = accepted(outbox, id, { version: 3, cartId: 'cart-1' }, 0).entries
    if (!entry) throw new Error('It is gone')
    expect(isUnconfirmed(entry, 'cart-1', 2)).toBe(true)
    expect(isUnconfirmed(entry, 'cart-1', 3)).toBe(false)
    expect(isUnconfirmed(entry, 'cart-2', 2)).toBe(false)
  })

  it('tells what waits for a new cart where to go', () => {
    const outbox = many(
      anEntry(add(), { cartId: null }),
      anEntry(add(), { cartId: 'cart-0' }),
      anEntry(add(), { cartId: null, person: 'grace' }),
    )
    const carts = opened(outbox, of('ada'), 'cart-1').entries.map(({ cartId }) => cartId)
    expect(carts).toEqual(['cart-1', 'cart-0', null])
  })

  it('is forgotten in a while', () => {
    const outbox = waiting(add(), add(1, 'tea'))
    const [mug, tea] = outbox.entries
    const answered = accepted(outbox, mug?.commandId ?? '', { version: 3, cartId: 'cart-1' }, today)
    expect(ids(swept(answered, of('ada'), today + 1_000))).toEqual([mug?.commandId, tea?.commandId])
    expect(ids(swept(answered, of('ada'), today + hour))).toEqual([tea?.commandId])
    // The clock was ahead when it was answered, and was put right.
    expect(ids(swept(answered, of('ada'), today - hour))).toEqual([tea?.commandId])
  })
})

const hour = 3_600_000
const day = 24 * hour
const today = Date.parse('2026-01-01T00:00:00.000Z')
const ids = (outbox: Outbox) => outbox.entries.map(({ commandId }) => commandId)

describe('what somebody left behind', () => {
  /** The shop is opened by somebody else at these times, by the browser's clock. */
  const openedAt = (outbox: Outbox, times: readonly number[], person = of('grace')): Outbox =>
    times.reduce((before, now) => swept(before, person, now), outbox)

  it('is forgotten after thirty days on which the shop was open', () => {
    const daily = (days: number) => Array.from({ length: days }, (_, nth) => today + nth * day)
    expect(openedAt(waiting(add()), daily(30)).entries).toHaveLength(1)
    expect(openedAt(waiting(add()), daily(31)).entries).toEqual([])
  })

  it('is never forgotten for who comes back', () => {
    const times = Array.from({ length: 100 }, (_, nth) => today + nth * day)
    expect(openedAt(waiting(add()), times, of('ada')).entries).toHaveLength(1)
    const atLast = openedAt(openedAt(waiting(add()), times.slice(0, 30)), [today + 30 * day], of('ada'))
    expect(openedAt(atLast, times.slice(31, 60)).entries).toHaveLength(1)
  })

  it.each([
    ['is put right by years', [today + 40_000 * day, today]],
    ['jumps ahead', [today, today + 40 * day, today + 4_000 * day]],
    ['jumps back', [today, today - 4_000 * day, today]],
    ['goes to and fro', [today, today + 40 * day, today, today + 40 * day, today]],
  ])('is lost by no clock that %s', (_, times) => {
    const outbox = many(anEntry(add()), anEntry(add(1, 'tea'), { issuedAt: '2999-01-01T00:00:00.000Z' }))
    expect(ids(openedAt(outbox, times))).toEqual(ids(outbox))
    expect(ids(openedAt(outbox, times, of('ada')))).toEqual(ids(outbox))
  })
})

describe('gathering', () => {
  it.each([today - 40 * day, today - 1, today + 40 * day])('ends whatever the clock says: %i', (now) => {
    const [first] = waiting(add()).entries
    const sent = tried(waiting(add()), first?.commandId ?? '', today)
    const outbox = { ...sent, entries: [anEntry(add())] }
    expect(nextStep(outbox, of('ada'), now)).toMatchObject({ type: 'send' })
    const later = tried(outbox, outbox.entries[0]?.commandId ?? '', now)
    expect(later.sentAt).toEqual({ mug: now })
  })
})
