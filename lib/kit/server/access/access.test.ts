import { expect, it, vi } from 'vitest'
import { cartCreated, newEvent } from '../../../shop/testing/events'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { streamTypes } from '../../../shop/wire/stream-types'
import type { Identity } from '../../wire/identity'
import { createMemoryStore } from '../store/memory-store'
import { createAccess } from './access'
import type { AccessPolicy } from './access-policy'

const cart = (id: string) => ({ type: 'cart', id })
const ann: Identity = { userId: 'ann', role: 'member', name: 'Ann' }

/** Owners see theirs, and may send `Close` to it. */
const ownersOnly: AccessPolicy = {
  maySee: ({ userId }, { owner }) => owner === userId,
  maySend: ({ userId }, { owner }, commandType) => owner === userId && commandType === 'Close',
  typesSeenBy: () => ['cart'],
}

const begun = async (...owners: readonly string[]) => {
  const store = createMemoryStore(shopEvents)
  for (const owner of owners) {
    const events = [newEvent(cartCreated(owner))]
    await store.append({ stream: cart(`of-${owner}`), expectedVersion: 0, events })
  }
  const readStream = vi.fn(store.readStream)
  const access = createAccess({ store: { readStream }, types: streamTypes, policy: ownersOnly })
  return { store, readStream, access }
}

it('asks the policy with the owner that the first event names', async () => {
  const { access } = await begun('ann', 'bob')
  expect(await access.see(ann, cart('of-ann'))).toBe('seen')
  expect(await access.see(ann, cart('of-bob'))).toBe('absent')
  expect(await access.see(undefined, cart('of-ann'))).toBe('absent')
  expect(await access.maySend(ann, cart('of-ann'), 'Close')).toBe(true)
  expect(await access.maySend(ann, cart('of-ann'), 'Open')).toBe(false)
  expect(await access.maySend(ann, cart('of-bob'), 'Close')).toBe(false)
})

it('tells a stream that is not there from one of a type that is unknown', async () => {
  const { access } = await begun()
  expect(await access.see(ann, cart('none'))).toBe('absent')
  expect(await access.maySend(ann, cart('none'), 'Close')).toBe(false)
  expect(await access.see(ann, { type: 'letter', id: 'none' })).toBe('unknownType')
  expect(await access.see(undefined, { type: 'letter', id: 'none' })).toBe('unknownType')
})

it("asks of a stream that is yet to begin as of one that is nobody's", async () => {
  const store = createMemoryStore(shopEvents)
  const policy = { ...ownersOnly, maySend: vi.fn(() => true) }
  const access = createAccess({ store, types: streamTypes, policy })
  expect(await access.maySend(ann, cart('none'), 'Open')).toBe(true)
  expect(policy.maySend).toHaveBeenCalledWith(ann, { stream: cart('none'), owner: undefined }, 'Open')
})

it('sees a stream as soon as it is begun', async () => {
  const { access, store } = await begun()
  expect(await access.see(ann, cart('late'))).toBe('absent')
  await store.append({ stream: cart('late'), expectedVersion: 0, events: [newEvent(cartCreated('ann'))] })
  expect(await access.see(ann, cart('late'))).toBe('seen')
})

it('costs one look at the log, however often and by however many it is asked', async () => {
  const { access, readStream } = await begun('ann')
  const ask = () => access.maySend({ ...ann, userId: 'stranger' }, cart('of-ann'), 'Close')
  expect(new Set(await Promise.all(Array.from({ length: 50 }, ask)))).toEqual(new Set([false]))
  expect(await access.see(ann, cart('of-ann'))).toBe('seen')
  expect(readStream).toHaveBeenCalledOnce()
})

it('is asked of a first event that is at hand without a look at the log', async () => {
  const { access, store, readStream } = await begun('ann', 'bob')
  const [[first], [other]] = await Promise.all([
    store.readStream(cart('of-ann')),
    store.readStream(cart('of-bob')),
  ])
  if (!first || !other) throw new Error('Both are there')
  expect([access.maySeeBegunBy(ann, first), access.maySeeBegunBy(ann, other)]).toEqual([true, false])
  expect(readStream).not.toHaveBeenCalled()
})
