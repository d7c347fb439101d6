import fc from 'fast-check'
import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { personal } from '../../events/personal'
import type { RecordedEvent } from '../../events/recorded-event'
import { createRegistry } from '../../events/registry'
import { UnreadableEvent } from '../../events/unreadable-event'
import { erased } from '../../kernel/erased'
import { createDataKeys } from '../sealing/create-data-keys'
import { createMemoryKeyRows } from '../sealing/memory-key-rows'
import { createCodec } from './codec'
import type { NewEvent } from './event-store'

const address = z.object({ street: z.string(), lines: z.array(z.string()) })
const data = z.object({
  name: personal(z.string(), 'profile'),
  address: personal(address, 'accounting').optional(),
  guests: z.array(z.object({ name: personal(z.string().nullable(), 'profile'), seat: z.int() })),
  notes: z.record(z.string(), personal(z.unknown(), 'accounting')),
  remark: z.unknown().optional(),
})
const registry = createRegistry({
  Joined: { streamType: 'member', schemaVersion: 1, data, subject: ({ streamId }) => streamId },
})

/** Long enough not to stand in a sealed text by chance. */
const secret = fc.uuid().map((id) => `secret ${id}`)
const joined = fc.record(
  {
    name: secret,
    address: fc.record({ street: secret, lines: fc.array(secret) }),
    guests: fc.array(fc.record({ name: fc.option(secret), seat: fc.nat() }), { maxLength: 4 }),
    notes: fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(secret, fc.jsonValue({ noUnicodeString: true })),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
    remark: fc.jsonValue(),
  },
  { requiredKeys: ['name', 'guests', 'notes'], noNullPrototype: true },
)

const metadata = {
  actor: { kind: 'system', id: 'laws' },
  correlationId: 'story',
  causationId: 'story',
  commandId: null,
} as const

const told = (data: object): NewEvent => ({
  type: 'Joined',
  data,
  eventId: uuidv4(),
  schemaVersion: 1,
  metadata,
  occurredAt: '2026-01-02T03:04:05.678Z',
})

const setUp = () => {
  const rows = createMemoryKeyRows()
  const keys = createDataKeys(rows, Buffer.alloc(32, 'm'))
  const { encode, decode } = createCodec(registry, keys)
  /** As the log gives it back. */
  const store = async (event: NewEvent): Promise<RecordedEvent> => {
    const stream = { type: 'member', id: 'ada' }
    const { events } = await encode({ stream, expectedVersion: 'any', events: [event] })
    const place = { streamType: 'member', streamId: 'ada', version: 1, position: 7, hash: 'f'.repeat(64) }
    return { ...JSON.parse(JSON.stringify(events[0])), ...place }
  }
  const read = async (event: RecordedEvent): Promise<RecordedEvent> =>
    (await decode([event]))[0] as RecordedEvent
  const erase = (person: string) => {
    rows.delete(person)
    keys.forget(person)
  }
  return { store, read, erase, decode }
}

const secretsOf = (text: string): string[] => text.match(/secret [0-9a-f-]{36}/g) ?? []

describe('laws of the codec', () => {
  it('what is decoded is what was encoded, whose stored text holds nothing personal', async () => {
    const { store, read } = setUp()
    await fc.assert(
      fc.asyncProperty(joined, async (data) => {
        const stored = await store(told(data))
        const { remark, ...hidden } = stored.data as { remark?: unknown }
        expect(secretsOf(JSON.stringify(hidden))).toEqual([])
        const event = await read(stored)
        expect(event.data).toEqual(JSON.parse(JSON.stringify(data)))
        expect(event.stored).toEqual({ type: 'Joined', schemaVersion: 1, data: stored.data })
      }),
    )
  })

  it('what was decoded is not decoded again', async () => {
    const { store, read } = setUp()
    const inside = { $sealed: 1, key: uuidv4(), nonce: '', text: '' }
    const event = await read(await store(told({ name: 'Ada', guests: [], notes: { inside } })))
    expect(await read(event)).toBe(event)
    expect(event.data).toMatchObject({ notes: { inside } })
  })

  it('what was erased reads as erased, and the rest as it was', async () => {
    await fc.assert(
      fc.asyncProperty(joined, async (data) => {
        const { store, read, erase } = setUp()
        const stored = await store(told(data))
        erase('ada')
        const event = await read(stored)
        expect(event.data).toEqual({
          ...JSON.parse(JSON.stringify(data)),
          name: erased,
          ...(data.address && { address: erased }),
          guests: data.guests.map(({ seat }) => ({ name: erased, seat })),
          notes: Object.fromEntries(Object.keys(data.notes).map((name) => [name, erased])),
        })
        expect(registry.eventTypes.get('Joined')?.data.safeParse(event.data).success).toBe(true)
      }),
    )
  })

  it('what was erased can be logged again as such', async () => {
    const { store, read } = setUp()
    const stored = await store(told({ name: erased, guests: [], notes: {} }))
    expect(stored.data).toEqual({ name: erased, guests: [], notes: {} })
    expect((await read(stored)).data).toEqual(stored.data)
  })

  it('what was changed or moved is refused, and it is said where', async () => {
    const { store, read } = setUp()
    const data = { name: 'Ada', guests: [{ name: 'Bob', seat: 1 }], notes: { wish: 'vegan', other: 'none' } }
    const stored = await store(told(data))
    const { name, guests, notes } = stored.data as typeof data
    const { text } = name as unknown as { text: string }
    const changes: [string, object][] = [
      ['name', { ...data, name: { ...(name as unknown as object), text: text.slice(2) + text.slice(0, 2) } }],
      ['name', { ...data, name: guests[0]?.name }],
      ['guests.0.name', { ...data, guests: [{ name, seat: 1 }] }],
      ['notes.other', { ...data, notes: { other: notes.wish } }],
    ]
    for (const [path, data] of changes) {
      const reading = read({ ...stored, data })
      await expect(reading).rejects.toThrow(UnreadableEvent)
      await expect(reading).rejects.toMatchObject({
        reason: 'BrokenSeal',
        path,
        eventId: stored.eventId,
        position: 7,
        message: expect.stringContaining(`what is sealed at ${path} is not what was logged there`),
      })
    }
    await expect(read({ ...stored, eventId: uuidv4() })).rejects.toMatchObject({ reason: 'BrokenSeal' })
  })

  it('what only looks sealed is data, wherever nothing personal is declared', async () => {
    const { store, read } = setUp()
    const sealed = ((await store(told({ name: 'Ada', guests: [], notes: {} }))).data as { name: object }).name
    const data = { name: 'Bob', guests: [], notes: {}, remark: sealed }
    expect((await read(await store(told(data)))).data).toEqual(data)
  })

  it('what was given as if it were sealed is sealed itself', async () => {
    const { store, read } = setUp()
    const fake = { $sealed: 1, key: uuidv4(), nonce: '', text: '' }
    const data = { name: 'Ada', guests: [], notes: { fake } }
    expect((await read(await store(told(data)))).data).toEqual(data)
  })

  it('what was logged before anything was sealed reads as it did', async () => {
    const { read } = setUp()
    const place = { streamType: 'member', streamId: 'ada', version: 1, position: 7, hash: 'f'.repeat(64) }
    const plain = { ...told({ name: 'Ada', guests: [], notes: {} }), ...place }
    expect(await read(plain)).toBe(plain)
  })

  it('tells of the first that can not be read', async () => {
    const { store, decode } = setUp()
    const broken = await store(told({ name: 'Ada', guests: [], notes: {} }))
    const unknown = { ...broken, type: 'Left', position: 6 }
    const moved = { ...broken, eventId: uuidv4() }
    await expect(decode([unknown, moved])).rejects.toMatchObject({ reason: 'UnknownType', position: 6 })
    await expect(decode([moved, unknown])).rejects.toMatchObject({ reason: 'BrokenSeal', position: 7 })
  })
})
