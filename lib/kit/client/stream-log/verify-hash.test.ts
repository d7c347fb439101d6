import { expect, test } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { createMemoryStore } from '../../server/store/memory-store'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { verifyHash } from './verify-hash'

const closedV1 = { type: 'NotebookClosed', schemaVersion: 1, data: { reason: 'full', lines: 3 } }

/** A notebook's events as the log hashed them, and as the wire brings them. */
const notebookFromWire = async (): Promise<readonly [RecordedEvent, RecordedEvent, RecordedEvent]> => {
  const store = createMemoryStore(notebookEvents)
  const stream = notebookStream('notebook-1')
  const written = newEvent(noteWritten('mug — Ω 🫖', 2), { tags: ['topic:mug'] })
  const closed = newEvent(noteWritten(), closedV1)
  await store.append({
    stream,
    expectedVersion: 'none',
    events: [newEvent(notebookOpened()), written, closed],
  })
  const [first, second, third] = JSON.parse(JSON.stringify(await store.readStream(stream)))
  return [first, second, notebookEvents.upcast(third)]
}

test('what the log hashed is verified, in an older shape too', async () => {
  const [first, second, third] = await notebookFromWire()
  expect(third.stored).toMatchObject({ schemaVersion: 1 })
  expect(await verifyHash(first, undefined)).toEqual({ type: 'verified' })
  expect(await verifyHash(second, first.hash)).toEqual({ type: 'verified' })
  expect(await verifyHash(third, second.hash)).toEqual({ type: 'verified' })
})

test('whatever is altered no longer matches', async () => {
  const [first, second] = await notebookFromWire()
  const altered: readonly Partial<RecordedEvent>[] = [
    { data: { ...second.data, lines: 3 } },
    { occurredAt: '2026-01-02T03:04:05.679Z' },
    { metadata: { ...second.metadata, actor: { kind: 'staff', id: 'me' } } },
    { tags: [] },
    { version: 3 },
    { streamId: 'notebook-2' },
    { type: 'NoteRemoved' },
  ]
  for (const change of altered) {
    const verdict = await verifyHash({ ...second, ...change }, first.hash)
    expect(verdict, JSON.stringify(change)).toMatchObject({ type: 'mismatch' })
  }
})

test('another event before it breaks the chain, and the hash it should have is told', async () => {
  const [first, second] = await notebookFromWire()
  const verdict = await verifyHash(second, 'f'.repeat(64))
  expect(verdict).toEqual({ type: 'mismatch', recomputed: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await verifyHash({ ...first, data: { owner: '\0' } }, undefined)).toMatchObject({
    type: 'notHashable',
  })
})
