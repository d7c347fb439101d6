import { expect, it } from 'vitest'
import { binding } from '../../testing/binding/binding'
import { notebookOpened, recorded } from '../../testing/notebook/builders'
import type { Sql } from '../postgres/sql'
import { processFollower } from './follower'

it('a process that could not look where it has come looks again with the next delivery, on the same lease', async () => {
  const taken: string[] = []
  let fails = true
  const sql = {
    query: async () => {
      if (fails) throw new Error('Connection terminated unexpectedly')
      return { rows: [], rowCount: 0 }
    },
  } as unknown as Sql
  const { handler } = processFollower(binding, {
    sql,
    instances: { take: async ({ id }) => void taken.push(id) },
    onQueued: () => undefined,
  })
  if (handler.type !== 'effect') throw new Error('It delivers')
  const { signal } = new AbortController()
  const deliver = () => handler.deliver(recorded([notebookOpened()]), signal)
  await expect(deliver()).rejects.toThrow('Connection terminated')
  fails = false
  await deliver()
  expect(taken).toEqual(['notebook-1'])
})
