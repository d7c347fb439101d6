import pino from 'pino'
import { afterEach, expect, it } from 'vitest'
import { type DatabaseClock, startDatabaseClock } from './database-clock'
import type { Sql } from './sql'

const noon = Date.parse('2026-11-21T12:00:00.000Z')
const hour = 3_600_000

/** A database, a machine, and the time that goes by in both. */
const world = () => {
  const at = { database: noon, machine: noon, passed: 0, answersAfter: 2 }
  const pass = (ms: number) => {
    at.database += ms
    at.machine += ms
    at.passed += ms
  }
  const sql = {
    query: async () => {
      pass(at.answersAfter / 2)
      const rows = [{ ms: at.database }]
      pass(at.answersAfter / 2)
      return { rows }
    },
  } as unknown as Sql
  const start = () =>
    startDatabaseClock({
      sql,
      log: pino({ level: 'silent' }),
      wall: () => at.machine,
      monotonic: () => at.passed,
    })
  return { at, pass, start }
}

let clock: DatabaseClock
afterEach(() => clock.stop())

/** The way back of an answer, which can't be told from the way there: by so much the clock is behind. */
const wayBack = 1

it('says the database’s time where the machine is an hour ahead, and when that is put right', async () => {
  const { at, pass, start } = world()
  at.machine += hour
  clock = await start()
  expect(clock.now().getTime()).toBe(at.database - wayBack)
  expect(clock.ahead()).toBe(hour + wayBack)
  pass(5_000)
  expect(clock.now().getTime()).toBe(at.database - wayBack)
  at.machine -= hour
  expect(clock.now().getTime()).toBe(at.database - wayBack)
  expect(clock.ahead()).toBe(wayBack)
})

it('steps with the database, but not for what it can’t measure', async () => {
  const { at, pass, start } = world()
  clock = await start()
  at.database += 60
  await clock.measure()
  expect(clock.now().getTime()).toBe(at.database - 60 - wayBack)
  at.database -= hour
  await clock.measure()
  expect(clock.now().getTime()).toBe(at.database - wayBack)
  pass(1_000)
  at.database += hour
  at.answersAfter = 5_000
  await clock.measure()
  expect(at.database - clock.now().getTime()).toBe(hour + wayBack)
})

it('is never ahead of the database: nothing happens after it was recorded', async () => {
  const { at, start } = world()
  at.answersAfter = 800
  clock = await start()
  expect(clock.now().getTime()).toBeLessThanOrEqual(at.database)
  at.answersAfter = 2
  at.database -= 410
  await clock.measure()
  expect(clock.now().getTime()).toBe(at.database - wayBack)
})
