import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import type { StoredEntry } from '../store/matches'
import { createMemoryStore } from '../store/memory-store'
import { checksumOf, encodeCopy, locationOf } from './archived-copy'
import { verifyCopy } from './verify-copy'

const stream = notebookStream('thé/🍵')
let entries: StoredEntry[]
let bytes: Buffer

beforeAll(async () => {
  const store = createMemoryStore(notebookEvents)
  const tagged = newEvent(noteWritten('tea "\n\u2028\\', 2), { tags: ['topic:tea'] })
  await store.append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened()), tagged] })
  const events = await store.readStream(stream)
  entries = events.map((event) => ({ event, recordedAt: event.recordedAt ?? '' }))
  bytes = await encodeCopy(stream, head(), entries)
})

const head = () => entries.at(-1)?.event as RecordedEvent
const expected = (of = bytes) => {
  const { version, hash } = head()
  return { stream, version, hash, checksum: checksumOf(of) }
}

describe('a copy', () => {
  it('gives back to the letter what it was made of', async () => {
    const verified = await verifyCopy(bytes, expected())
    expect(verified).toMatchObject({ type: 'whole', copy: { entries } })
  })

  it('is refused when any byte of it was changed, or its end is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ change
        expect(await verifyCopy(changed, expected())).toMatchObject({ type: 'broken' })
        expect(await verifyCopy(bytes.subarray(0, at), expected())).toMatchObject({ type: 'broken' })
      }),
    )
  })

  it('is refused when it is missing, or no copy at all', async () => {
    expect(await verifyCopy(undefined, expected())).toEqual({ type: 'broken', reason: 'there is none' })
    const other = Buffer.from('something else')
    expect(await verifyCopy(other, expected(other))).toMatchObject({ type: 'broken' })
  })

  it('is refused when its events are not those of the stream, though its checksum is right', async () => {
    const [first, second] = entries as [StoredEntry, StoredEntry]
    const forged = { ...second, event: { ...second.event, data: { noteId: 'gold' } } }
    const copies = await Promise.all(
      [[first], [second], [second, first], [first, forged], [first, first, second]].map((some) =>
        encodeCopy(stream, head(), some),
      ),
    )
    for (const copy of copies) {
      expect(await verifyCopy(copy, expected(copy))).toMatchObject({ type: 'broken' })
    }
  })

  it('is refused for another stream', async () => {
    const other = { ...expected(), stream: notebookStream('other') }
    const reason = 'it is that of notebook/thé/🍵 at version 2'
    expect(await verifyCopy(bytes, other)).toEqual({ type: 'broken', reason })
  })
})

it('streams have places of their own, with names that any storage takes', () => {
  const streams = [
    { type: 'notebook', id: 'a/b' },
    { type: 'notebook/a', id: 'b' },
    { type: 'notebook', id: 'A/B' },
    { type: 'notebook', id: '../../etc' },
  ]
  const places = [...streams.map((one) => locationOf(one, 1)), locationOf({ type: 'notebook', id: 'a/b' }, 2)]
  expect(new Set(places).size).toBe(5)
  for (const place of places) expect(place).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}-v\d\.ndjson\.gz$/)
})
