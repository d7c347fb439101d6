import { describe, expect, it } from 'vitest'
import { accepted, emptyOutbox, tried } from './outbox'
import { add, checkout, less, restore, waiting } from './outbox-samples'
import { readOutbox, readTabMessage } from './outbox-schema'

const full = () => {
  const outbox = waiting(add(), less(), restore(2), checkout)
  const id = outbox.entries[0]?.commandId ?? ''
  return accepted(tried(outbox, id, 5), id, { version: 3, cartId: 'cart-1' }, 6)
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

  it.each(['cart-1', null, { type: 'unknown' }, { type: 'confirmed', cartId: 'cart-1', events: [{}] }])(
    'is left alone where it can’t be read: %j',
    (data) => {
      expect(readTabMessage(data)).toBeUndefined()
    },
  )
})
