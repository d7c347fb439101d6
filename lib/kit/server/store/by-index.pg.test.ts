import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createParameters } from '../postgres/parameters'
import type { EventFilters } from './event-store'
import { pageQuery } from './page-query'

const events = 12_000
const rare = { tag: 'rare', actor: 'rare-actor', story: uuidv7() }

let database: TestDatabase
let session: pg.Client
let head: number

/** The pages of the database that a query looked at, on a session that has made its plans already. */
const pagesFor = async (text: string, values: readonly unknown[] = []): Promise<number> => {
  const { rows } = await session.query({
    text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    values: [...values],
  })
  const { Plan: plan } = rows[0]['QUERY PLAN'][0]
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}
const match = (types: string, tags: string, after: number) =>
  pagesFor(`SELECT newest_match(${types}, ${tags}, ${after}, ${head})`)

/** Plans are made over an empty log, and kept; then it grows. */
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  session = new pg.Client({ connectionString: database.ownerUrl })
  await session.connect()
  await session.query(
    `SELECT newest_match(ARRAY['NoteWritten'], NULL, 0, 0), newest_match(NULL, ARRAY['a'], 0, 0)`,
  )
  const { metadata } = newEvent(noteWritten())
  const odd = {
    metadata: { ...metadata, actor: { kind: 'staff', id: rare.actor } as const, correlationId: rare.story },
  }
  const first = [newEvent(notebookOpened(), { tags: [rare.tag] }), newEvent(notebookOpened(), odd)]
  await database.store.append({ stream: freshStream(), expectedVersion: 'none', events: first })
  for (let nth = 0; nth < events; nth += 1_000) {
    const page = Array.from({ length: 1_000 }, () => newEvent(noteWritten(), { tags: ['frequent'] }))
    await database.store.append({ stream: freshStream(), expectedVersion: 'none', events: page })
  }
  head = await database.store.headPosition()
  await session.query('SELECT index_events($1, $2)', [head, head])
  await session.query('VACUUM ANALYZE events, event_index')
})
afterAll(async () => {
  await session.end()
  await database.close()
})

describe('in a long log few pages are looked at', () => {
  it('for a condition, by whatever it asks', async () => {
    const whole = await pagesFor('SELECT count(data) FROM events')
    const asked = [
      await match("ARRAY['NotebookOpened']", 'NULL', 0),
      await match("ARRAY['NotebookClosed', 'Other']", 'NULL', 0),
      await match("ARRAY['NoteWritten']", "ARRAY['frequent']", 0),
      await match('NULL', "ARRAY['frequent']", head - 5),
      await match('NULL', "ARRAY['rare']", 0),
      await match("ARRAY['NotebookOpened']", "ARRAY['rare', 'frequent']", 0),
      await match('NULL', "ARRAY['unknown']", 0),
      await match('NULL', 'NULL', 0),
    ]
    expect(whole).toBeGreaterThan(500)
    for (const pages of asked) expect(pages).toBeLessThan(whole / 4)
  })

  it.each<[string, EventFilters]>([
    ['a type or a tag', [{ types: ['NotebookOpened'] }, { tags: [rare.tag] }]],
    ['an actor or a story', [{ actorId: rare.actor }, { correlationId: rare.story }]],
    [
      'a tag, an actor or a type',
      [{ tags: [rare.tag] }, { actorId: 'nobody' }, { types: ['NotebookClosed'] }],
    ],
  ])('for what is joined by or: %s', async (_what, filter) => {
    const whole = await pagesFor('SELECT count(data) FROM events')
    const { values, value } = createParameters()
    const text = pageQuery({ limit: 100, filter }, value, { position: head, head })
    expect(await pagesFor(text, values)).toBeLessThan(whole / 4)
  })
})
