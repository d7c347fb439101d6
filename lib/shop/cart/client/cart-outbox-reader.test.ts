import { describe, expect, it } from 'vitest'
import { emptyOutbox, markAccepted, markSent } from '../../../kit/client/outbox/outbox'
import { add, anEntry, checkout, less, restore, waiting } from './cart-entry-samples'
import { cartOutboxRules } from './cart-outbox'
import { cartOutboxReader } from './cart-outbox-reader'

const { readOutbox, readTabMessage } = cartOutboxReader

const full = () => {
  const outbox = waiting(add(), less(), restore(2), checkout)
  const id = outbox.entries[0]?.commandId ?? ''
  return markAccepted(markSent(outbox, id, 5), id, { version: 3, streamId: 'cart-1' }, 6)
}

describe('what was kept', () => {
  it('is read as it was written', () => {
    const outbox = full()
    expect(readOutbox(structuredClone(outbox))).toEqual(outbox)
  })

  it('is read without what can’t be', () => {
    const outbox = full()
    expect(readOutbox({ ...outbox, entries: [{ commandId: 'x' }, ...outbox.entries] })).toEqual(outbox)
  })

  it('is read as pages of the version before kept it, and kept so that they read it', () => {
    const entry = anEntry(add(), { streamId: 'cart-7', shown: [] })
    const { streamId, subject, ...rest } = entry
    const kept = { revision: 4, entries: [{ ...rest, cartId: streamId }], sentAt: { mug: 5 } }
    expect(readOutbox(kept)).toEqual({ ...kept, entries: [entry] })
    expect(cartOutboxRules.toKept(entry)).toMatchObject(kept.entries[0] as object)
    expect(readOutbox({ ...kept, entries: [{ ...rest, cartId: null }] }).entries[0]?.streamId).toBeNull()
  })

  it('is read without what says of no cart that it is for it', () => {
    const { streamId, ...rest } = anEntry(add())
    expect(readOutbox({ revision: 1, entries: [rest], sentAt: {} }).entries).toEqual([])
  })

  it.each([undefined, 'garbage', { revision: 1 }])('is nothing where it can’t be read: %j', (kept) => {
    expect(readOutbox(kept)).toEqual(emptyOutbox)
  })
})

describe('what another tab says', () => {
  it('is read', () => {
    const message = { type: 'outbox', outbox: full() }
    expect(readTabMessage(structuredClone(message))).toEqual(message)
    const [entry] = full().entries
    const refused = {
      type: 'refused',
      entry,
      rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 11 },
    }
    expect(readTabMessage(refused)).toEqual(refused)
  })

  it.each(['cart-1', null, { type: 'unknown' }, { type: 'confirmed', streamId: 'cart-1', events: [{}] }])(
    'is left alone where it can’t be read: %j',
    (data) => {
      expect(readTabMessage(data)).toBeUndefined()
    },
  )
})
