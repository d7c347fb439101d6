import { v4 as uuidv4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EventFilter, EventFilters, EventStore, ReadAll } from '../../server/store/event-store'
import { newEvent, notebookOpened, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

/** Reading the whole log: filters, directions, bounds. */
export const filterContract = (store: () => EventStore): void => {
  const story = uuidv4()
  const names = ['created', 'mug', 'tea', 'pot', 'elsewhere']
  let after = 0
  let upTo = 0

  beforeAll(async () => {
    const stream = freshStream()
    const by = (id: string, correlationId = story) => ({
      metadata: { actor: { kind: 'staff', id } as const, correlationId, causationId: 'c', commandId: null },
    })
    after = await store().headPosition()
    const { append } = store()
    await append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened(), by('ann'))] })
    const mug = newEvent(noteWritten('mug'), { ...by('ann'), tags: ['topic:mug', `story:${story}`] })
    const tea = newEvent(noteWritten('tea'), { ...by('bob'), tags: ['topic:tea', `story:${story}`] })
    await append({ stream, expectedVersion: 1, events: [mug, tea] })
    await append({
      stream,
      expectedVersion: 3,
      events: [newEvent(noteWritten('pot'), by('bob', `${story}-2`))],
    })
    const shelf = { ...freshStream(), type: 'shelf' }
    await append({ stream: shelf, expectedVersion: 0, events: [newEvent(noteWritten('mug'), by('ann'))] })
    upTo = await store().headPosition()
  })

  /** Those of the five above that are read, by their names. */
  const read = async (filter: EventFilters, range: Partial<ReadAll> = {}): Promise<string[]> => {
    const events = await store().readAll({ after, upTo, limit: 100, ...range, filter })
    return events.map(({ position }) => names[position - after - 1] ?? `position ${position}`)
  }

  describe('reading the log', () => {
    it.each<[string, EventFilter, string[]]>([
      ['all', {}, names],
      ['type', { types: ['NotebookOpened'] }, ['created']],
      ['one of several types', { types: ['NotebookOpened', 'NoteWritten'] }, names],
      ['no type', { types: [] }, []],
      ['stream type', { streamTypes: ['shelf'] }, ['elsewhere']],
      ['one of several stream types', { streamTypes: ['shelf', 'notebook'] }, names],
      ['tag', { tags: ['topic:mug'] }, ['mug']],
      ['all tags', { tags: [`story:${story}`, 'topic:tea'] }, ['tea']],
      ['tags that no event has together', { tags: ['topic:mug', 'topic:tea'] }, []],
      ['no tags', { tags: [] }, names],
      ['correlation id', { correlationId: `${story}-2` }, ['pot']],
      ['actor', { actorId: 'bob' }, ['tea', 'pot']],
      ['actor and type', { actorId: 'ann', types: ['NoteWritten'] }, ['mug', 'elsewhere']],
      [
        'all that there is',
        {
          actorId: 'ann',
          types: ['NoteWritten'],
          streamTypes: ['notebook'],
          correlationId: story,
          tags: ['topic:mug'],
        },
        ['mug'],
      ],
      ['what is not there', { actorId: 'nobody' }, []],
    ])('filters by %s', async (_by, filter, found) => {
      expect(await read(filter)).toEqual(found)
      expect(await read(filter, { direction: 'backwards' })).toEqual(found.toReversed())
    })

    it.each<[string, EventFilter[], string[]]>([
      ['none', [], []],
      ['one', [{ types: ['NotebookOpened'] }], ['created']],
      ['a type or a tag', [{ types: ['NotebookOpened'] }, { tags: ['topic:tea'] }], ['created', 'tea']],
      ['an actor or a story', [{ actorId: 'bob' }, { correlationId: `${story}-2` }], ['tea', 'pot']],
      ['what overlaps', [{ types: ['NoteWritten'] }, { tags: ['topic:mug'] }, {}], names],
      [
        'nothing or something',
        [{ types: [] }, { actorId: 'nobody' }, { streamTypes: ['shelf'] }],
        ['elsewhere'],
      ],
    ])('joins several filters by or: %s', async (_by, filters, found) => {
      expect(await read(filters)).toEqual(found)
      expect(await read(filters, { direction: 'backwards' })).toEqual(found.toReversed())
      expect(await read(filters, { limit: 1 })).toEqual(found.slice(0, 1))
      expect(await read(filters, { after: after + 1 })).toEqual(found.filter((name) => name !== 'created'))
    })

    it('filters by the time of occurrence, which is another than that of recording', async () => {
      const stream = freshStream()
      const times = ['2011-12-01T08:26:00.000Z', '2010-12-01T08:26:00.000Z', '2012-12-01T08:26:00.000Z']
      const events = times.map((occurredAt) => newEvent(noteWritten(), { occurredAt }))
      const before = await store().headPosition()
      await store().append({ stream, expectedVersion: 0, events })
      const occurred = async (filter: EventFilter) => {
        const found = await store().readAll({ after: before, limit: 10, filter })
        return found.filter(({ streamId }) => streamId === stream.id).map(({ version }) => version)
      }
      expect(await occurred({ occurredSince: times[0] })).toEqual([1, 3])
      expect(await occurred({ occurredUntil: times[0] })).toEqual([2])
      const within = { occurredSince: '2011-12-01T09:26:00+01:00', occurredUntil: times[2] }
      expect(await occurred(within)).toEqual([1])
      expect(await occurred({ since: times[2], occurredUntil: times[2] })).toEqual([1, 2])
      expect(await occurred({ until: times[2] })).toEqual([])
    })

    it('filters by the time of recording', async () => {
      const [past, future] = ['2020-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z']
      expect(await read({ since: past, until: future })).toEqual(names)
      expect(await read({ since: future })).toEqual([])
      expect(await read({ until: past })).toEqual([])
      expect(await read({ since: past, actorId: 'bob' })).toEqual(['tea', 'pot'])
    })

    it('reads after and up to positions, both ways', async () => {
      const within = { after: after + 1, upTo: after + 4 }
      expect(await read({}, within)).toEqual(['mug', 'tea', 'pot'])
      expect(await read({}, { ...within, direction: 'backwards' })).toEqual(['pot', 'tea', 'mug'])
      expect(await read({}, { after: upTo })).toEqual([])
      expect(await read({}, { after: after + 2, upTo: after + 2 })).toEqual([])
    })

    it('reads no more than asked, from the end that was asked', async () => {
      expect(await read({}, { limit: 2 })).toEqual(['created', 'mug'])
      expect(await read({}, { limit: 2, direction: 'backwards' })).toEqual(['elsewhere', 'pot'])
      expect(await read({ types: ['NoteWritten'] }, { limit: 1 })).toEqual(['mug'])
    })

    it('gives tags back, and none where there were none', async () => {
      const [created, mug] = await store().readAll({ after, limit: 2 })
      expect(mug?.tags).toEqual(['topic:mug', `story:${story}`])
      expect(created && 'tags' in created).toBe(false)
    })
  })
}
