import { expect, it } from 'vitest'
import { beginStory, causedBy } from '../../events/cause'
import { newEvent } from './new-event'

const registry = { currentVersionOf: () => 3 }
const opened = { type: 'Opened', data: { owner: 'ann' } }
const origin = {
  eventId: '0198f0c2-7e9b-7f00-8000-000000000001',
  occurredAt: '2026-01-02T03:04:05.678Z',
  actor: { kind: 'system', id: 'tests' },
  cause: { correlationId: 'story', causationId: 'cause' },
} as const

it('puts an event into its envelope, at the version its type is written with', () => {
  expect(newEvent(registry, opened, origin)).toStrictEqual({
    ...opened,
    eventId: origin.eventId,
    schemaVersion: 3,
    metadata: {
      actor: origin.actor,
      correlationId: 'story',
      causationId: 'cause',
      commandId: null,
    },
    occurredAt: origin.occurredAt,
  })
})

it('says which command made it, and its id where it has one', () => {
  const metadataOf = (id?: string) =>
    newEvent(registry, opened, { ...origin, command: { type: 'Open', id } }).metadata
  expect(metadataOf()).toMatchObject({ commandType: 'Open', commandId: null })
  expect(metadataOf('command-1')).toMatchObject({ commandType: 'Open', commandId: 'command-1' })
})

it('keeps its tags', () => {
  expect(newEvent(registry, opened, { ...origin, tags: ['owner:ann'] }).tags).toEqual(['owner:ann'])
})

it('what begins a story is its own cause; what an event brings about joins its story', () => {
  const first = newEvent(registry, opened, { ...origin, cause: beginStory('one') })
  expect(first.metadata).toMatchObject({ correlationId: 'one', causationId: 'one' })
  const second = newEvent(registry, opened, { ...origin, eventId: 'second', cause: causedBy(first) })
  expect(second.metadata).toMatchObject({ correlationId: 'one', causationId: first.eventId })
  expect(causedBy(second)).toEqual({ correlationId: 'one', causationId: 'second' })
})
