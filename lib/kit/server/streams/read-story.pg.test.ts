import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventMetadata } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import { member } from '../../testing/member'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import { shelfStream } from '../../testing/notebook/shelf'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import type { StoryPage } from '../../wire/api-stories'
import type { Identity } from '../../wire/identity'
import { createAccess } from '../access/access'
import { archiveStream } from '../archive/archive-stream'
import type { NewEvent } from '../store/event-store'
import { readStory } from './read-story'

let database: TestDatabase
let archive: TestArchive

const metadata: EventMetadata = {
  actor: { kind: 'import', id: 'notes.csv' },
  correlationId: 'story',
  causationId: 'file',
  commandId: null,
}
const told = (event: Parameters<typeof newEvent>[0], over: Partial<EventMetadata> = {}) =>
  newEvent(event, { metadata: { ...metadata, ...over } })
const labelled = (over: Partial<EventMetadata> = {}): NewEvent => ({
  ...told(noteWritten(), over),
  type: 'ShelfLabelled',
  data: { label: 'Upper', isLocked: false },
})

const append = (stream: StreamName, ...events: NewEvent[]) =>
  database.store.append({ stream, expectedVersion: 'any', events })

/** A story over two people's notebooks and a shelf, between events that aren't of it. */
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  await append(notebookStream('hers'), told(notebookOpened('ann')))
  await append(shelfStream('upper'), labelled())
  await append(notebookStream('theirs'), told(notebookOpened('bob')))
  await append(notebookStream('hers'), told(noteWritten('tea'), { correlationId: 'another' }))
  await append(notebookStream('hers'), told(noteWritten('pot'), { causationId: 'event-1' }))
  await append(shelfStream('lower'), labelled({ correlationId: 'labelling' }))
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const [ann, bob, staff] = [member('ann'), member('bob'), member('sue', 'staff')]

const storyFor = (who: Identity, { correlationId = 'story', after = 0, limit = 100 } = {}) => {
  const { store } = archive
  const access = createAccess({ store, types: notebookTypes, policy: notebookPolicy })
  return readStory({ store, access }, who, correlationId, { after, limit })
}
const placesOf = ({ events }: StoryPage) => events.map(({ streamId, version }) => `${streamId}@${version}`)

describe('a story', () => {
  it('is all of its events for staff, across streams, with what caused them', async () => {
    const story = await storyFor(staff)
    expect(placesOf(story)).toEqual(['hers@1', 'upper@1', 'theirs@1', 'hers@3'])
    expect(story.next).toBeNull()
    expect(story.events[3]).toMatchObject({
      streamType: 'notebook',
      position: 5,
      type: 'NoteWritten',
      data: noteWritten('pot').data,
      actor: { kind: 'import', id: 'notes.csv' },
      causationId: 'event-1',
      commandId: null,
    })
  })

  it('is for others what happened to streams of their own', async () => {
    expect(placesOf(await storyFor(ann))).toEqual(['hers@1', 'hers@3'])
    expect(placesOf(await storyFor(bob))).toEqual(['theirs@1'])
  })

  it('says that something of it is withheld, on the pages where it is, and not what', async () => {
    expect(await storyFor(staff)).not.toHaveProperty('withheld')
    expect(await storyFor(ann)).toHaveProperty('withheld', true)
    expect(await storyFor(ann, { limit: 1 })).not.toHaveProperty('withheld')
    expect(await storyFor(ann, { after: 1, limit: 1 })).toHaveProperty('withheld', true)
    expect(await storyFor(ann, { after: 4 })).not.toHaveProperty('withheld')
  })

  it('that is unknown looks like one of which nothing is to be seen', async () => {
    expect(placesOf(await storyFor(staff, { correlationId: 'labelling' }))).toEqual(['lower@1'])
    for (const correlationId of ['labelling', 'nothing']) {
      expect(await storyFor(ann, { correlationId })).toEqual({ correlationId, events: [], next: null })
    }
  })

  it('comes a page at a time', async () => {
    const first = await storyFor(staff, { limit: 2 })
    expect(placesOf(first)).toEqual(['hers@1', 'upper@1'])
    const second = await storyFor(staff, { limit: 2, after: first.next ?? 0 })
    expect(placesOf(second)).toEqual(['theirs@1', 'hers@3'])
  })

  it('goes on as far as there is something for the one who asks, and says nothing of the rest', async () => {
    const first = await storyFor(ann, { limit: 1 })
    expect(placesOf(first)).toEqual(['hers@1'])
    const second = await storyFor(ann, { limit: 1, after: first.next ?? 0 })
    expect(placesOf(second)).toEqual(['hers@3'])
    expect(second.next).toBeNull()
    const theirs = await storyFor(bob, { limit: 1 })
    expect(placesOf(theirs)).toEqual(['theirs@1'])
    expect(theirs.next).toBeNull()
  })

  it('of several pages looks to a stranger like one that is unknown', async () => {
    const correlationId = 'lone'
    await append(notebookStream('lone'), told(notebookOpened('ann'), { correlationId }))
    await append(notebookStream('lone'), told(noteWritten('tea'), { correlationId }))
    expect((await storyFor(ann, { correlationId, limit: 1 })).next).not.toBeNull()
    expect(await storyFor(bob, { correlationId, limit: 1 })).toEqual({
      correlationId,
      events: [],
      next: null,
    })
  })

  it('has what was moved to cold storage', async () => {
    const before = await storyFor(staff)
    await archiveStream(archive, notebookStream('hers'))
    expect(await database.store.readStream(notebookStream('hers'))).toEqual([])
    expect(await storyFor(staff)).toEqual(before)
    expect(placesOf(await storyFor(ann))).toEqual(['hers@1', 'hers@3'])
  })
})
