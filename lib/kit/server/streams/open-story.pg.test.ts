import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EventMetadata } from '../../events/recorded-event'
import { member } from '../../testing/member'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { storyPart } from '../../wire/api-stories'
import { createAccess } from '../access/access'
import { createAggregates } from '../aggregates/aggregates'
import { readFoldFrom } from '../aggregates/read-fold'
import { openStoryForReading } from './open-story'

const extra = 20
let database: TestDatabase
/** The first position of the story's second notebook. */
let second: number

/** A story over two notebooks: one event in the first, and more than a part of it in the other. */
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  const metadata: EventMetadata = {
    actor: { kind: 'staff', id: 'sue' },
    correlationId: 'long',
    causationId: 'long',
    commandId: null,
  }
  const { store } = database
  await store.append({
    stream: notebookStream('first'),
    expectedVersion: 0,
    events: [newEvent(notebookOpened('ann'), { metadata })],
  })
  const written = await store.append({
    stream: notebookStream('second'),
    expectedVersion: 0,
    events: [
      newEvent(notebookOpened('ann'), { metadata }),
      ...Array.from({ length: storyPart + extra }, () => newEvent(noteWritten(), { metadata })),
    ],
  })
  if (written.type !== 'written') throw new Error('It is new')
  second = written.position - storyPart - extra
})
afterAll(() => database.close())

const openFor = async (who: string, looked: Parameters<typeof openStoryForReading>[3], id = 'long') => {
  const { store } = database
  const access = createAccess({ store, types: notebookTypes, policy: notebookPolicy })
  const aggregates = createAggregates({ store, read: readFoldFrom(store) })
  const opened = await openStoryForReading(
    { store, access, aggregates, types: notebookTypes },
    member(who),
    id,
    looked,
  )
  return (
    opened && {
      after: opened.after,
      lane: opened.laneOpening?.streamId,
      first: opened.opening.events[0]?.position,
      count: opened.opening.events.length,
    }
  )
}

it('opens a story at its beginning, with the stream of its first lane', async () => {
  expect(await openFor('ann', {})).toEqual({ after: 0, lane: 'first', first: second - 1, count: storyPart })
})

it('opens the lane that the address names, else the one at the needle', async () => {
  expect(await openFor('ann', { lane: 'notebook/second' })).toMatchObject({ lane: 'second' })
  expect(await openFor('ann', { lane: 'notebook/none' })).toMatchObject({ lane: 'first' })
  expect(await openFor('ann', { at: second })).toMatchObject({ after: 0, lane: 'second' })
  expect(await openFor('ann', { at: second - 2 })).toMatchObject({ lane: 'first' })
})

it('opens the part in which the needle is', async () => {
  const at = second + storyPart + 5
  expect(await openFor('ann', { at })).toEqual({ after: at - 1, lane: 'second', first: at, count: 16 })
  expect(await openFor('ann', { after: second, at })).toMatchObject({ after: second, first: second + 1 })
})

it('is shown from its beginning where the address leads past its end', async () => {
  for (const looked of [{ after: 1_000_000 }, { at: 1_000_000 }])
    expect(await openFor('ann', looked)).toMatchObject({ after: 0, first: second - 1 })
})

it('is not there for who sees nothing of it, nor where there is none', async () => {
  expect(await openFor('bob', {})).toBeUndefined()
  expect(await openFor('bob', { lane: 'notebook/second', after: 3 })).toBeUndefined()
  expect(await openFor('ann', {}, 'nothing')).toBeUndefined()
})
