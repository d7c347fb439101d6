import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyOutbox, markSent, type Outbox } from '../../../kit/client/outbox/outbox'
import { extendHistory } from '../../../kit/history/history'
import { lineRequest } from '../../testing/cart-requests'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import type { CartEvent } from '../events'
import type { CartEntry } from './cart-entry'
import { anEntry, checkout, decided, judged, take } from './cart-entry-samples'
import { type CartHistory, emptyCartLog } from './cart-log'
import { asSeen } from './closing'

const cartOf = (...events: readonly CartEvent[]): CartHistory =>
  extendHistory(emptyCartLog('cart-1').history, recorded([cartCreated(), ...events]))

const clicks = fc.array(fc.record({ request: lineRequest, sends: fc.boolean() }), { maxLength: 20 })

/** A cart of three mugs that was emptied again, the first click on its way already. */
const emptied: Clicks = [
  { request: { type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 4 }, sends: true },
  { request: { type: 'RemoveItem', productId: 'mug', quantity: 4, reason: 'one less' }, sends: false },
]

type Clicks = typeof clicks extends fc.Arbitrary<infer Value> ? Value : never

/** What waits after these clicks, merged as it may be; some of it was sent already. */
const clicked = (log: CartHistory, done: Clicks): Outbox<CartEntry> => {
  let outbox: Outbox<CartEntry> = emptyOutbox
  for (const { request, sends } of done) {
    const entry = anEntry(request)
    const judgement = judged(log, outbox.entries, entry)
    if (judgement.type === 'refused') continue
    outbox = take(outbox, entry, judgement.mergeable)
    const next = outbox.entries.find((each) => !each.tried)
    if (sends && next) outbox = markSent(outbox, next.commandId, 0)
  }
  return outbox
}

/** What waits, with a checkout of the cart as it is shown at its end. */
const closed = (log: CartHistory, outbox: Outbox<CartEntry>): Outbox<CartEntry> => {
  const { state } = decided(log, outbox.entries)
  if (checkout.type !== 'Checkout') throw new Error('Not a checkout')
  return take(outbox, anEntry(checkout, asSeen(checkout, state)))
}

const last = (outbox: Outbox<CartEntry>) => outbox.entries.at(-1)?.commandId
const refusalOf = (log: CartHistory, outbox: Outbox<CartEntry>) =>
  decided(log, outbox.entries).refused.find(({ commandId }) => commandId === last(outbox))?.rejection

describe('a checkout of the cart as it is shown', () => {
  it('is accepted behind whatever of one’s own waits before it, merged or not', () => {
    fc.assert(
      fc.property(clicks, (done) => {
        const log = cartOf(itemAdded('mug', 3))
        const outbox = closed(log, clicked(log, done))
        const { state } = decided(log, outbox.entries)
        expect([state.status, refusalOf(log, outbox)?.type]).toContain(
          state.items.length > 0 ? 'checkedOut' : 'CartEmpty',
        )
      }),
    )
  })

  it('is accepted when what waited before it arrived, all of it or the first of it', () => {
    fc.assert(
      fc.property(clicks, fc.nat(20), (done, arrived) => {
        const log = cartOf(itemAdded('mug', 3))
        const outbox = closed(log, clicked(log, done))
        const before = outbox.entries.slice(0, -1).slice(0, arrived)
        const { events } = decided(log, before)
        const came = extendHistory(
          log,
          recorded(
            events.map(({ event }) => event),
            'cart-1',
            log.version + 1,
          ),
        )
        const left = { ...outbox, entries: outbox.entries.slice(before.length) }
        expect(refusalOf(came, left)?.type).not.toBe('SeenChanged')
      }),
    )
  })

  it('is refused, with what is new, when anything else came between; or it is just what was seen', () => {
    fc.assert(
      fc.property(clicks, fc.constantFrom('mug', 'lantern'), (done, product) => {
        const log = cartOf(itemAdded('mug', 3))
        const outbox = closed(log, clicked(log, done))
        const moved = cartOf(itemAdded('mug', 3), itemAdded(product, 1))
        const { state, refused } = decided(moved, outbox.entries)
        const rejection = refusalOf(moved, outbox)
        const shown = outbox.entries.at(-1)?.shown
        // What was shown empty and still is can't be closed either way.
        const isStillEmpty = shown?.length === 0 && state.items.length === 0
        if (rejection)
          expect(isStillEmpty ? ['CartEmpty', 'SeenChanged'] : ['SeenChanged']).toContain(rejection.type)
        // It doesn't go out behind what is refused. In which order the lines stand says nothing.
        else if (refused.length === 0) expect(new Set(state.items)).toEqual(new Set(shown))
      }),
      { examples: [[emptied, 'mug']] },
    )
  })
})
