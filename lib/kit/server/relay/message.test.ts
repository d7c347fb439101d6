import { HTTP } from 'cloudevents'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { erased } from '../../kernel/erased'
import {
  newEvent,
  notebookOpened,
  notebookSent,
  noteWritten,
  recorded,
} from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import type { NewEvent } from '../store/event-store'
import { chainHash, contentHash } from '../store/hash-chain'
import { createMemoryStore } from '../store/memory-store'
import { type MessageOptions, toMessage } from './message'

type Told = Record<string, unknown>

const everything: MessageOptions = { registry: notebookEvents, personal: true, isWhole: true }
const tellTo =
  (options: Partial<MessageOptions>) =>
  (event: RecordedEvent): Told =>
    JSON.parse(toMessage(event, { ...everything, ...options }).body)
const tell = (event: RecordedEvent, options: Partial<MessageOptions> = {}): Told => tellTo(options)(event)

const stream = notebookStream('notebook-1')
const owner = {
  actor: { kind: 'member', id: 'owner-1' },
  correlationId: 's',
  causationId: 'c',
  commandId: null,
}

/** Events as a log that seals personal fields gives them back. */
const logged = async (...events: readonly NewEvent[]): Promise<RecordedEvent[]> => {
  const store = createMemoryStore(notebookEvents)
  await store.append({ stream, expectedVersion: 'any', events })
  return store.readStream(stream)
}

/** What a receiver makes of an event that it is told, after the one before it. */
const hashOf = (previous: Buffer, told: Told): Buffer => {
  const metadata = {
    actor: { kind: told.actorkind, id: told.actorid },
    correlationId: told.correlationid,
    causationId: told.causationid,
    commandId: told.commandid ?? null,
    ...(told.commandtype !== undefined && { commandType: told.commandtype }),
  }
  const content = contentHash({
    data: canonicalJson(told.data),
    eventId: told.id as string,
    metadata: canonicalJson(metadata),
    occurredAt: told.time as string,
    schemaVersion: told.schemaversion as number,
    tags: undefined,
    type: (told.type as string).split('.').at(-1) as string,
  })
  return chainHash(
    previous,
    content,
    { type: 'notebook', id: told.subject as string },
    Number(told.streamversion),
  )
}

describe('an event on its way out', () => {
  it('is a CloudEvent as their SDK reads it, with what it takes to route it beside', () => {
    const [event] = recorded([noteWritten('mug', 2)]) as [RecordedEvent]
    const { body, ...route } = toMessage(event, everything)
    expect(route).toEqual({
      eventId: event.eventId,
      streamType: 'notebook',
      streamId: 'notebook-1',
      eventType: 'NoteWritten',
      version: 1,
      position: 1,
    })
    const headers = { 'content-type': 'application/cloudevents+json' }
    const read = HTTP.toEvent({ headers, body })
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(body))
    expect(JSON.parse(body)).toMatchObject({
      id: event.eventId,
      source: '/notebook/notebook-1',
      type: 'hindsight.notebook.NoteWritten',
      data: event.data,
      position: '1',
      streamversion: 1,
    })
  })

  it('has a hash that the receiver can check, all along a stream', async () => {
    const metadata = { ...owner, commandId: 'command-1', commandType: 'WriteNote' }
    const told = (
      await logged(
        newEvent(notebookOpened()),
        newEvent(noteWritten('mug'), { metadata }),
        newEvent(noteWritten()),
      )
    ).map(tellTo({ personal: false }))
    let previous = Buffer.alloc(0)
    for (const event of told) {
      previous = Buffer.from(hashOf(previous, event))
      expect(event.hash).toBe(previous.toString('hex'))
    }
  })

  it('has none where nobody could check it: in an older shape, tagged, or among others that are not sent', async () => {
    const closedV1 = { type: 'NotebookClosed', schemaVersion: 1, data: { reason: 'full', lines: 3 } }
    const [older] = await logged(newEvent(noteWritten(), closedV1))
    expect(tell(older as RecordedEvent)).not.toHaveProperty('hash')
    expect(JSON.stringify(tell(older as RecordedEvent))).not.toContain('stored')
    const [plain] = await logged(newEvent(noteWritten()))
    expect(tell(plain as RecordedEvent)).toHaveProperty('hash')
    expect(tell(plain as RecordedEvent, { isWhole: false })).not.toHaveProperty('hash')
    expect(tell({ ...(plain as RecordedEvent), tags: ['topic:mug'] })).not.toHaveProperty('hash')
  })
})

describe('personal fields', () => {
  const sent = () => logged(newEvent(notebookSent(), { metadata: owner }))
  const { recipient } = notebookSent().data

  it('leave for a target that may have them', async () => {
    const [event] = await sent()
    const told = tell(event as RecordedEvent)
    expect(told.data).toEqual({ recipient, lines: 1 })
    expect(told).not.toHaveProperty('withheld')
  })

  it('read as erased elsewhere, and nothing else tells of them', async () => {
    const [event] = await sent()
    const told = tell(event as RecordedEvent, { personal: false })
    expect(told.data).toEqual({ recipient: erased, lines: 1 })
    expect(told.withheld).toBe(true)
  })

  it.each([true, false])(
    'are never told as they are sealed, nor is a hash (personal: %s)',
    async (personal) => {
      const [event] = await sent()
      expect(event?.stored).toBeDefined()
      const told = tell(event as RecordedEvent, { personal })
      expect(told).not.toHaveProperty('hash')
      expect(JSON.stringify(told)).not.toMatch(/stored|sealed|nonce/)
    },
  )

  it('that stand in the log in plain text, from before they were sealed, leave no hash to guess them from', () => {
    const [event] = recorded([notebookSent()]) as [RecordedEvent]
    expect(event.stored).toBeUndefined()
    const told = tell(event, { personal: false })
    expect(told).toMatchObject({ data: { recipient: erased }, withheld: true })
    expect(told).not.toHaveProperty('hash')
    expect(tell(event)).toHaveProperty('hash')
  })

  it('of who was erased are not withheld a second time', () => {
    const [event] = recorded([{ ...notebookSent(), data: { recipient: erased, lines: 1 } }]) as [
      RecordedEvent,
    ]
    expect(tell(event, { personal: false })).not.toHaveProperty('withheld')
  })
})
