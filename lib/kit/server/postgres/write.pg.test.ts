import { afterAll, beforeAll, expect, it } from 'vitest'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { noteStatements } from '../../testing/statements'
import { askAndWrite, doWrites, type Write } from './write'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  await database.pool.query('CREATE TABLE read_models.written (id text PRIMARY KEY, times integer NOT NULL)')
})
afterAll(() => database.close())

const add =
  (id: string, times = 1): Write =>
  (value) =>
    `INSERT INTO read_models.written AS t VALUES (${value(id)}, ${value(times)})
     ON CONFLICT (id) DO UPDATE SET times = t.times + excluded.times`
const written = async () => {
  const { rows } = await database.pool.query('SELECT id, times FROM read_models.written ORDER BY id')
  return rows.map(({ id, times }) => [id, times])
}

it('does all writes in one statement, and asks nothing where there are none', async () => {
  const statements = noteStatements()
  await doWrites(database.pool, [])
  await doWrites(database.pool, [add('a'), add('b', 2), add('c')])
  await doWrites(database.pool, [add('a', 3)])
  expect(statements.take()).toHaveLength(2)
  statements.stop()
  expect(await written()).toEqual([
    ['a', 4],
    ['b', 2],
    ['c', 1],
  ])
})

it('asks first: where that fails, or one of the writes does, nothing is written', async () => {
  const before = await written()
  const asking =
    (divisor: number): Write =>
    (value) =>
      `SELECT 1 / ${value(divisor)}::integer`
  await expect(askAndWrite(database.pool, asking(0), [add('a'), add('d')])).rejects.toThrow(
    'division by zero',
  )
  const failing: Write = () => 'INSERT INTO read_models.written VALUES (NULL, 1)'
  await expect(askAndWrite(database.pool, asking(1), [add('a'), failing])).rejects.toThrow('null value')
  expect(await written()).toEqual(before)
  await askAndWrite(database.pool, asking(1), [add('d')])
  expect(await written()).toEqual([...before, ['d', 1]])
})
