import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Append, AppendCondition, EventQuery, EventStore } from '../../server/store/event-store'
import { newEvent, notebookOpened, noteWritten } from '../notebook/builders'
import type { NotebookEvent } from '../notebook/events'
import { freshStream } from './fresh-stream'

/** Conditions over the log. Every test has a tag of its own, so that none sees another's events. */
export const conditionContract = (store: () => EventStore): void => {
  const append = (tags: readonly string[], of: NotebookEvent = noteWritten()): Append => ({
    stream: freshStream(),
    expectedVersion: 'none',
    events: [newEvent(of, { tags })],
  })
  const written = async (tags: readonly string[], of: NotebookEvent = noteWritten()): Promise<number> => {
    const result = await store().append(append(tags, of))
    return result.type === 'written' ? result.position : Number.NaN
  }
  const under = (condition: AppendCondition, tag: string) =>
    store().appendTogether({ appends: [append([tag])], condition })

  describe('a condition over the log', () => {
    const cases: [string, (tag: string) => EventQuery][] = [
      ['types', () => ({ types: ['NoteWritten'] })],
      ['tags', (tag) => ({ tags: [tag, 'both'] })],
      ['types and tags', (tag) => ({ types: ['NotebookClosed', 'NoteWritten'], tags: [tag] })],
    ]
    it.each(cases)('by %s is broken by what came after, and says where', async (_by, query) => {
      const tag = uuidv4()
      const after = await written([tag, 'both'])
      const condition = { queries: [query(tag)], after }
      const position = await written(['both', tag])
      expect(await under(condition, tag)).toEqual({ type: 'outdated', position })
      expect((await under({ ...condition, after: position }, tag)).type).toBe('written')
    })

    it.each<[string, (tag: string) => EventQuery]>([
      ['another type', (tag) => ({ types: ['NotebookClosed'], tags: [tag] })],
      ['a tag that is not there', (tag) => ({ tags: [tag, `no ${tag}`] })],
      ['no type', (tag) => ({ types: [], tags: [tag] })],
    ])('by %s is not', async (_by, query) => {
      const tag = uuidv4()
      await written([tag])
      expect((await under({ queries: [query(tag)], after: 0 }, tag)).type).toBe('written')
    })

    it('of several queries is broken by any, and the newest event is told', async () => {
      const tag = uuidv4()
      const queries = [{ tags: [`${tag}-a`] }, { types: ['NotebookOpened'], tags: [`${tag}-b`] }]
      expect((await under({ queries: [], after: 0 }, tag)).type).toBe('written')
      const first = await written([`${tag}-b`], notebookOpened())
      expect(await under({ queries, after: 0 }, tag)).toEqual({ type: 'outdated', position: first })
      const second = await written([`${tag}-a`])
      await written([`${tag}-b`])
      expect(await under({ queries, after: 0 }, tag)).toEqual({ type: 'outdated', position: second })
    })

    it('without a position is broken by any event that was ever found', async () => {
      const tag = uuidv4()
      const condition = { queries: [{ tags: [tag] }] }
      const position = await written([tag])
      expect(await under(condition, tag)).toEqual({ type: 'outdated', position })
      expect((await under({ queries: [{ tags: [uuidv4()] }] }, tag)).type).toBe('written')
    })

    it.each<[string, EventQuery]>([
      ['everything', {}],
      ['no tags', { tags: [] }],
      ['a type that there is', { types: ['NotebookClosed', 'NoteWritten'] }],
    ])('that asks for %s is broken by the newest of it', async (_what, query) => {
      const tag = uuidv4()
      const position = await written([tag])
      expect(await under({ queries: [query] }, tag)).toEqual({ type: 'outdated', position })
      expect(await under({ queries: [{ ...query, after: position - 1 }] }, tag)).toMatchObject({ position })
      expect((await under({ queries: [{ ...query, after: position }] }, tag)).type).toBe('written')
    })

    it('has queries that begin each after a position of its own', async () => {
      const [tag, other] = [uuidv4(), uuidv4()]
      const first = await written([tag])
      const second = await written([other])
      const queries = (ofTag: number | undefined, ofOther: number | undefined) => [
        { tags: [tag], after: ofTag },
        { tags: [other], after: ofOther },
      ]
      const ask = (condition: AppendCondition) => under(condition, uuidv4())
      expect(await ask({ queries: queries(undefined, second) })).toEqual({
        type: 'outdated',
        position: first,
      })
      expect(await ask({ queries: queries(first, first) })).toEqual({ type: 'outdated', position: second })
      expect((await ask({ queries: queries(first, second) })).type).toBe('written')
      expect((await ask({ queries: queries(first, undefined), after: second })).type).toBe('written')
      const own = { queries: queries(0, undefined), after: second }
      expect(await ask(own)).toEqual({ type: 'outdated', position: first })
    })

    it('finds what is far back and rare as well as what is near and frequent', async () => {
      const [rare, frequent] = [uuidv4(), uuidv4()]
      const far = await written([rare, frequent])
      const events = Array.from({ length: 600 }, () => newEvent(noteWritten(), { tags: [frequent] }))
      await store().append({ stream: freshStream(), expectedVersion: 'none', events })
      const head = await store().headPosition()
      expect(await under({ queries: [{ tags: [rare] }] }, uuidv4())).toEqual({
        type: 'outdated',
        position: far,
      })
      const both = { queries: [{ tags: [frequent, rare], types: ['NoteWritten'] }] }
      expect(await under(both, uuidv4())).toEqual({ type: 'outdated', position: far })
      const near = { queries: [{ tags: [frequent] }] }
      expect(await under(near, uuidv4())).toEqual({ type: 'outdated', position: head })
    })

    it('keeps nothing when it does not hold', async () => {
      const tag = uuidv4()
      await written([tag])
      const appends = [append([tag]), append([tag])]
      const condition = { queries: [{ tags: [tag] }], after: 0 }
      const head = await store().headPosition()
      expect((await store().appendTogether({ appends, condition })).type).toBe('outdated')
      expect(await store().headPosition()).toBe(head)
    })

    it('tells a conflict and a duplicate before it tells that it is outdated', async () => {
      const tag = uuidv4()
      const commandId = uuidv4()
      const once = { ...append([tag]), commandId }
      const condition = { queries: [{ tags: [tag] }], after: await store().headPosition() }
      const send = (one: Append) => store().appendTogether({ appends: [one], condition })
      expect((await send(once)).type).toBe('written')
      expect(await send(once)).toMatchObject({ type: 'refused', results: [{ type: 'duplicate' }] })
      const stale = { ...once, commandId: undefined }
      expect(await send(stale)).toMatchObject({ type: 'refused', results: [{ type: 'conflict', actual: 1 }] })
    })

    it('has one winner of twenty that race for it', async () => {
      const tag = uuidv4()
      const condition = { queries: [{ tags: [tag] }], after: await store().headPosition() }
      const results = await Promise.all(Array.from({ length: 20 }, () => under(condition, tag)))
      const found = await store().readAll({ filter: { tags: [tag] }, limit: 100 })
      expect(found).toHaveLength(1)
      const losers = results.filter((result) => result.type !== 'written')
      expect(losers).toEqual(
        Array.from({ length: 19 }, () => ({ type: 'outdated', position: found[0]?.position })),
      )
    })
  })
}
