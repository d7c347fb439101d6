import { type CloudEvent, HTTP } from 'cloudevents'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { manifest } from '../../testing/export-manifest'
import { newEvent, notebookOpened, noteRemoved, noteWritten, recorded } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { wholeText } from '../../testing/whole-text'
import type { StreamReply } from '../http/reply'
import type { NewEvent } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { toCloudEvent } from './cloud-event'
import { cloudEventsFormat } from './cloud-events-format'
import { exportReply } from './export-reply'
import { exportOfStream } from './stream-export'

const log = pino({ level: 'silent' })
const exporter = {
  identity: { userId: 'staff', role: 'staff' },
  at: new Date('2026-11-21T14:03:22Z'),
} as Parameters<typeof exportOfStream>[3]

async function* given(events: readonly RecordedEvent[]) {
  yield* events
}

/** A file as a receiver has it: what the header says it is, and its text. */
const sent = async (reply: StreamReply) => ({
  headers: { 'content-type': String(reply.headers['content-type']) },
  body: await wholeText(reply),
})

const exported = async (events: readonly RecordedEvent[]) =>
  sent(await exportReply({ name: 'notebook-1', manifest, events: given(events) }, cloudEventsFormat, log))

const exportedNotebook = async (events: readonly NewEvent[]) => {
  const store = createMemoryStore(notebookEvents)
  await store.append({ stream: notebookStream('notebook-1'), expectedVersion: 'any', events })
  return sent(
    await exportReply(
      await exportOfStream(store, notebookStream('notebook-1'), { from: 1 }, exporter),
      cloudEventsFormat,
      log,
    ),
  )
}

/** What the SDK takes from a file; as it fills in what is missing, that nothing was is part of it. */
const received = (file: Awaited<ReturnType<typeof sent>>): CloudEvent<unknown>[] => {
  const events = HTTP.toEvent<unknown>(file) as CloudEvent<unknown>[]
  for (const event of events) {
    expect(event.validate()).toBe(true)
    expect(withoutType(event)).toEqual([])
  }
  expect(events.map(plain)).toEqual(JSON.parse(file.body))
  return events
}

/** Attributes of none of the types that the specification knows, which the SDK lets pass. */
const withoutType = (event: CloudEvent<unknown>): string[] => {
  const { data: _, ...attributes } = plain(event)
  const isText = (value: unknown) => typeof value === 'string' || typeof value === 'boolean'
  const isInteger = (value: unknown) => typeof value === 'number' && value === (value | 0)
  return Object.keys(attributes).filter((name) => !isText(attributes[name]) && !isInteger(attributes[name]))
}

const plain = (event: CloudEvent<unknown>) => JSON.parse(JSON.stringify(event))

const story = recorded([notebookOpened(), noteWritten('mug', 2), noteWritten('lamp')])

describe('an export in CloudEvents, as the SDK reads it', () => {
  it('is a batch with every event of the stream and the end of the file', async () => {
    const events = received(await exportedNotebook(story.map((event) => newEvent(event))))
    expect(events.map(({ type }) => type)).toEqual([
      'hindsight.notebook.NotebookOpened',
      'hindsight.notebook.NoteWritten',
      'hindsight.notebook.NoteWritten',
      'hindsight.ExportCompleted',
    ])
    expect(events.map(({ streamversion }) => streamversion)).toEqual([1, 2, 3, undefined])
  })

  it('says of each event what it is, where it stands, and how it came to be', async () => {
    const [, added] = received(await exported(story))
    expect(added).toMatchObject({
      id: story[1]?.eventId,
      source: '/notebook/notebook-1',
      subject: 'notebook-1',
      time: '2026-01-02T03:04:05.678Z',
      data: story[1]?.data,
      position: '2',
      correlationid: 'story-1',
      causationid: 'cause-1',
      actorkind: 'system',
    })
    expect(added).not.toHaveProperty('commandid')
    expect(added).not.toHaveProperty('commandtype')
  })

  it('has an older shape as it is today', async () => {
    const closedV1 = { type: 'NotebookClosed', schemaVersion: 1, data: { reason: 'full', lines: 3 } }
    const [event] = received(await exportedNotebook([newEvent(noteWritten(), closedV1)]))
    expect(event).toMatchObject({
      type: 'hindsight.notebook.NotebookClosed',
      schemaversion: 2,
      data: { ending: { reason: 'full' }, lines: 3 },
    })
  })

  it('keeps all of what people wrote', async () => {
    const text = 'zu groß, “really” 👩‍👩‍👧\u2028 \u202eזה\ttoo\n]},{'
    const removed = noteRemoved(text)
    const [event] = received(await exportedNotebook([newEvent(removed)]))
    expect(event?.data).toEqual(removed.data)
  })

  it('holds where ids and positions are at their worst', async () => {
    const [first] = story as [RecordedEvent]
    const odd: RecordedEvent = {
      ...first,
      streamId: 'a b/ü?#%:@[]\\',
      position: Number.MAX_SAFE_INTEGER,
      metadata: {
        actor: { kind: 'import', id: 'Ü berall/"2026".json' },
        correlationId: '',
        causationId: '💥',
        commandId: 'x'.repeat(64),
        commandType: 'WriteNote',
      },
    }
    expect(received(await exported([odd]))[0]).toMatchObject({
      source: '/notebook/a%20b%2F%C3%BC%3F%23%25%3A%40%5B%5D%5C',
      subject: 'a b/ü?#%:@[]\\',
      position: '9007199254740991',
      actorid: 'Ü berall/"2026".json',
      commandid: 'x'.repeat(64),
      commandtype: 'WriteNote',
    })
  })

  it('is a batch of one when there are no events', async () => {
    expect(received(await exported([])).map(({ type }) => type)).toEqual(['hindsight.ExportCompleted'])
  })

  it('can be taken one by one as well, each a message of its own', async () => {
    for (const event of story) {
      const body = JSON.stringify(toCloudEvent(event))
      const headers = { 'content-type': 'application/cloudevents+json' }
      const one = HTTP.toEvent<unknown>({ headers, body }) as CloudEvent<unknown>
      expect(one.validate()).toBe(true)
      expect(plain(one)).toEqual(JSON.parse(body))
    }
  })
})

describe('what is no CloudEvent', () => {
  it.each([
    ['without a type', { type: undefined }, "required property 'type'"],
    ['without an id', { id: undefined }, 'deeply equal'],
    ['with an empty subject', { subject: '' }, 'must NOT have fewer than 1 characters'],
    ['from a place that is no URI', { source: '/notebook/a b' }, 'must match format'],
    ['at no time', { time: 'yesterday' }, 'must match format'],
    ['with an attribute in camel case', { streamVersion: 2 }, 'invalid extension name: streamVersion'],
    ['with an attribute of two values', { actor: { kind: 'staff', id: 'staff' } }, "[ 'actor' ]"],
    ['with an integer of more than 32 bits', { position: 2 ** 31 }, "[ 'position' ]"],
    ['of another specification', { specversion: '0.3' }, 'false'],
  ])('%s is found out', async (_, broken, why) => {
    const file = await exported(story)
    const events = JSON.parse(file.body)
    Object.assign(events[1], broken)
    expect(() => received({ ...file, body: JSON.stringify(events) })).toThrow(why)
  })
})
