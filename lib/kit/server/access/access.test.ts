import { expect, it, vi } from 'vitest'
import { member } from '../../testing/member'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from '../store/memory-store'
import { createAccess } from './access'
import type { AccessPolicy } from './access-policy'

const ann = member('ann')

/** Owners see theirs, and may send `Close` to it. */
const ownersOnly: AccessPolicy = {
  maySee: ({ userId }, { owner }) => owner === userId,
  maySend: ({ userId }, { owner }, commandType) => owner === userId && commandType === 'Close',
  typesSeenBy: () => ['notebook'],
}

const begun = async (...owners: readonly string[]) => {
  const store = createMemoryStore(notebookEvents)
  for (const owner of owners) {
    const events = [newEvent(notebookOpened(owner))]
    await store.append({ stream: notebookStream(`of-${owner}`), expectedVersion: 0, events })
  }
  const readStream = vi.fn(store.readStream)
  const access = createAccess({ store: { readStream }, types: notebookTypes, policy: ownersOnly })
  return { store, readStream, access }
}

it('asks the policy with the owner that the first event names', async () => {
  const { access } = await begun('ann', 'bob')
  expect(await access.see(ann, notebookStream('of-ann'))).toBe('seen')
  expect(await access.see(ann, notebookStream('of-bob'))).toBe('absent')
  expect(await access.see(undefined, notebookStream('of-ann'))).toBe('absent')
  expect(await access.maySend(ann, notebookStream('of-ann'), 'Close')).toBe(true)
  expect(await access.maySend(ann, notebookStream('of-ann'), 'Open')).toBe(false)
  expect(await access.maySend(ann, notebookStream('of-bob'), 'Close')).toBe(false)
})

it('tells a stream that is not there from one of a type that is unknown', async () => {
  const { access } = await begun()
  expect(await access.see(ann, notebookStream('none'))).toBe('absent')
  expect(await access.maySend(ann, notebookStream('none'), 'Close')).toBe(false)
  expect(await access.see(ann, { type: 'letter', id: 'none' })).toBe('unknownType')
  expect(await access.see(undefined, { type: 'letter', id: 'none' })).toBe('unknownType')
})

it("asks of a stream that is yet to begin as of one that is nobody's", async () => {
  const store = createMemoryStore(notebookEvents)
  const policy = { ...ownersOnly, maySend: vi.fn(() => true) }
  const access = createAccess({ store, types: notebookTypes, policy })
  expect(await access.maySend(ann, notebookStream('none'), 'Open')).toBe(true)
  expect(policy.maySend).toHaveBeenCalledWith(
    ann,
    { stream: notebookStream('none'), owner: undefined },
    'Open',
  )
})

it('sees a stream as soon as it is begun', async () => {
  const { access, store } = await begun()
  expect(await access.see(ann, notebookStream('late'))).toBe('absent')
  await store.append({
    stream: notebookStream('late'),
    expectedVersion: 0,
    events: [newEvent(notebookOpened('ann'))],
  })
  expect(await access.see(ann, notebookStream('late'))).toBe('seen')
})

it('costs one look at the log, however often and by however many it is asked', async () => {
  const { access, readStream } = await begun('ann')
  const ask = () => access.maySend({ ...ann, userId: 'stranger' }, notebookStream('of-ann'), 'Close')
  expect(new Set(await Promise.all(Array.from({ length: 50 }, ask)))).toEqual(new Set([false]))
  expect(await access.see(ann, notebookStream('of-ann'))).toBe('seen')
  expect(readStream).toHaveBeenCalledOnce()
})

it('is asked of a first event that is at hand without a look at the log', async () => {
  const { access, store, readStream } = await begun('ann', 'bob')
  const [[first], [other]] = await Promise.all([
    store.readStream(notebookStream('of-ann')),
    store.readStream(notebookStream('of-bob')),
  ])
  if (!first || !other) throw new Error('Both are there')
  expect([access.maySeeBegunBy(ann, first), access.maySeeBegunBy(ann, other)]).toEqual([true, false])
  expect(readStream).not.toHaveBeenCalled()
})
