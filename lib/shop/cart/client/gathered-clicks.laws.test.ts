import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyOutbox, markSent, type Outbox } from '../../../kit/client/outbox/outbox'
import { extendHistory } from '../../../kit/history/history'
import { lineRequest } from '../../testing/cart-requests'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import type { CartEntry } from './cart-entry'
import { anEntry, decided, judged, take } from './cart-entry-samples'
import { emptyCartLog } from './cart-log'

it('what waits makes the cart that the single clicks would have made, none of which is refused', () => {
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
      let outbox: Outbox<CartEntry> = emptyOutbox
      const single = []
      for (const { request, sends } of clicks) {
        const entry = anEntry(request)
        const judgement = judged(log, outbox.entries, entry)
        if (judgement.type === 'refused') continue
        single.push(entry)
        outbox = take(outbox, entry, judgement.mergeable)
        const next = outbox.entries.find((each) => !each.tried)
        if (sends && next) outbox = markSent(outbox, next.commandId, 0)
      }
      const merged = decided(log, outbox.entries)
      expect(merged.refused).toEqual([])
      expect(merged.state.items).toEqual(decided(log, single).state.items)
      spared += single.length - outbox.entries.length
    }),
  )
  expect(spared).toBeGreaterThan(10)
})
