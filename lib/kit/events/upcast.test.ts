import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { standing } from '../testing/event-builders'
import { storedSchema } from '../testing/event-shapes'
import { valuesOf } from '../testing/json-schema-values'
import { noteWritten, recorded } from '../testing/notebook/builders'
import { notebookEventTypes } from '../testing/notebook/event-types'
import type { NotebookEvent } from '../testing/notebook/events'
import { notebook } from '../testing/notebook/notebook'
import { notebookEvents } from '../testing/notebook/notebook-events'
import type { EventType, RetiredEventType } from './event-type'
import type { RecordedEvent, StoredShape } from './recorded-event'
import { UnreadableEvent } from './unreadable-event'
import { createUpcast } from './upcast'

const { upcast } = notebookEvents

const closedV1: StoredShape = {
  type: 'NotebookClosed',
  schemaVersion: 1,
  data: { reason: 'full', lines: 12 },
}

describe('upcast', () => {
  it('gives back the very event that has its current shape', () => {
    const [event] = recorded([noteWritten()]) as [RecordedEvent]
    expect(upcast(event)).toBe(event)
  })

  it('makes an old version the current one, and keeps what was stored', () => {
    const event = standing(closedV1)
    expect(upcast(event)).toEqual({
      ...event,
      schemaVersion: 2,
      data: { ending: { reason: 'full' }, lines: 12 },
      stored: closedV1,
    })
    expect(event.data).toBe(closedV1.data)
  })

  it('reads a retired type as the one that replaced it', () => {
    const stored = { type: 'ShelfNamed', schemaVersion: 1, data: { name: 'Upper' } }
    expect(upcast(standing(stored, 'shelf'))).toMatchObject({
      type: 'ShelfLabelled',
      schemaVersion: 1,
      data: { label: 'Upper', isLocked: false },
      stored,
    })
  })

  it('fills in what may be absent, and leaves what is there', () => {
    const labelled = (data: object) => upcast(standing({ type: 'ShelfLabelled', schemaVersion: 1, data }))
    expect(labelled({ label: 'Upper' })).toMatchObject({
      data: { label: 'Upper', isLocked: false },
      stored: { data: { label: 'Upper' } },
    })
    expect(labelled({ label: 'Upper', isLocked: true })).toMatchObject({ data: { isLocked: true } })
    expect(labelled({ label: 'Upper', isLocked: true })).not.toHaveProperty('stored')
  })

  it('goes through every version, of a type and of what it became', () => {
    const data = z.looseObject({})
    const step = (name: string) => (before: { steps: string }) => ({ steps: `${before.steps} ${name}` })
    const types = new Map<string, EventType>([
      ['New', { streamType: 's', schemaVersion: 3, data, upcasters: { 1: step('New1'), 2: step('New2') } }],
    ])
    const becomes = { type: 'New', schemaVersion: 1, data: step('Old2') }
    const retired = new Map<string, RetiredEventType>([
      ['Old', { streamType: 's', schemaVersion: 2, upcasters: { 1: step('Old1') }, becomes }],
    ])
    const read = createUpcast(
      types,
      retired,
    )(standing({ type: 'Old', schemaVersion: 1, data: { steps: 'from' } as object }))
    expect(read).toMatchObject({
      type: 'New',
      schemaVersion: 3,
      data: { steps: 'from Old1 Old2 New1 New2' },
    })
  })
})

describe('an event that cannot be read', () => {
  it.each([
    ['UnknownType', { type: 'NotebookMelted', schemaVersion: 1 }],
    ['UnknownType', { type: 'toString', schemaVersion: 1 }],
    ['NewerSchemaVersion', { type: 'NoteWritten', schemaVersion: 2 }],
    ['NewerSchemaVersion', { type: 'ShelfNamed', schemaVersion: 2 }],
  ])('is a %s: %o', (reason, { type, schemaVersion }) => {
    const event = standing({ type, schemaVersion, data: {} }, 'notebook', 41)
    const read = () => upcast(event)
    expect(read).toThrow(UnreadableEvent)
    expect(read).toThrow(
      expect.objectContaining({
        reason,
        eventId: event.eventId,
        position: 41,
        streamType: 'notebook',
        streamId: 'notebook-1',
        version: 1,
        type,
        schemaVersion,
      }),
    )
    expect(read).toThrow(`Event ${event.eventId} (${type} v${schemaVersion}) at position 41`)
  })
})

const currentEvent = fc.oneof(
  ...Object.entries(notebookEventTypes).map(([type, known]) =>
    valuesOf(storedSchema(known)).map((data) => ({ type, data }) as NotebookEvent),
  ),
)

/** The same fact as it was written first. */
const asFirstWritten = (event: NotebookEvent): StoredShape => {
  if (event.type !== 'NotebookClosed') return { ...event, schemaVersion: 1 }
  const { ending, ...rest } = event.data
  return { type: event.type, schemaVersion: 1, data: { reason: ending.reason, ...rest } }
}

describe('laws of upcasting', () => {
  it('upcast, then fold, is the fold of what would be written today', () => {
    fc.assert(
      fc.property(fc.array(currentEvent, { maxLength: 30 }), (today) => {
        const read = today.map((event) => upcast(standing(asFirstWritten(event))) as unknown as NotebookEvent)
        expect(read.map(({ type, data }) => ({ type, data }))).toEqual(today)
        const folded = (events: readonly NotebookEvent[]) => notebook.fold(notebook.initial('n'), events)
        expect(folded(read)).toEqual(folded(today))
      }),
    )
  })

  it('an upcast event is not upcast again', () => {
    const once = upcast(standing(closedV1))
    expect(upcast(once)).toBe(once)
  })
})
