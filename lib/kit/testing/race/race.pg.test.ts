import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../server/log'
import type { EventStore } from '../../server/store/event-store'
import { catchUp } from '../../server/subscriptions/catch-up'
import { eventIndexSubscription } from '../../server/subscriptions/event-index'
import { testAppConnection } from '../connections'
import { checkHistory } from '../history-checker/check-history'
import type { CheckedOutcome } from '../history-checker/operation'
import { readLog, readOperations } from '../history-checker/recorded-store'
import { notebookEvents } from '../notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../open-database'
import type { WritersOptions } from './writers'

const streams = 1_000
const writers = 64
const appends = 80

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  folder = mkdtempSync(join(tmpdir(), 'hindsight-race-'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const program = fileURLToPath(new URL('./writers.ts', import.meta.url))

/** Runs a process of writers to its end; gives the file with what they did. */
const runWriters = async (seed: number): Promise<string> => {
  const journal = join(folder, `writers-${seed}.ndjson`)
  const connection = { ...testAppConnection(database.ownerUrl), max: 10 }
  const options: WritersOptions = { connection, journal, seed, streams, writers, appends }
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  return journal
}

/** Reads the log by position while it grows, as every subscriber does, until told that it is whole. */
const follow = (store: EventStore) => {
  const seen: { readonly position: number; readonly eventId: string }[] = []
  let isWhole = false
  const reading = (async () => {
    for (;;) {
      const wasWhole = isWhole
      const events = await store.readAll({ after: seen.at(-1)?.position ?? 0, limit: 100 })
      for (const { position, eventId } of events) seen.push({ position, eventId })
      if (wasWhole && events.length === 0) return seen
    }
  })()
  return {
    finish: () => {
      isWhole = true
      return reading
    },
  }
}

/** Keeps the index up by which the writers' conditions are judged, as wherever a log is followed. */
const followByIndex = () => {
  let isWhole = false
  const following = (async () => {
    while (!isWhole) {
      await catchUp({ ...database, log: createLog('silent') }, eventIndexSubscription)
      await pause(10)
    }
  })()
  return {
    finish: () => {
      isWhole = true
      return following
    },
  }
}

it('two processes of 64 writers and a reader agree on what happened', { timeout: 60_000 }, async () => {
  const reader = follow(database.store)
  const index = followByIndex()
  const journals = await Promise.all([1, 2].map(runWriters))
  const seen = await reader.finish()
  await index.finish()

  const operations = journals.flatMap(readOperations)
  const log = await readLog(database.store)
  const count = (type: CheckedOutcome['type']) =>
    operations.filter(({ outcome }) => outcome.type === type).length
  expect(operations).toHaveLength(2 * writers * appends)
  expect(count('unknown')).toBe(0)
  for (const type of ['written', 'refused', 'outdated'] as const)
    expect(count(type), type).toBeGreaterThan(100)
  expect(new Set(log.map(({ stream }) => stream)).size).toBeGreaterThan(streams)

  expect(checkHistory(operations, log).slice(0, 3)).toEqual([])
  expect(seen).toEqual(log.map(({ position, eventId }) => ({ position, eventId })))
})
