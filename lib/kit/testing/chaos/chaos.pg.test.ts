import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createLog } from '../../server/log'
import { createPool } from '../../server/postgres/pool'
import { createNotebookTables } from '../notebook/notebook-projections'
import { type ChaosOptions, runChaos } from './chaos'
import { notebookWorkload } from './notebook-workload'
import { openEmbedded } from './open-embedded'

const openDatabase: ChaosOptions['openDatabase'] = async (dataDir, log) => {
  const database = await openEmbedded(dataDir, log)
  const pool = createPool(database.pool, () => undefined)
  await createNotebookTables(pool)
  await pool.end()
  return database
}

it('keeps what it acknowledged, whatever is killed', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 2 ** 31
  let survived = 0
  const verdict = await runChaos({
    workload: notebookWorkload,
    program: fileURLToPath(new URL('./notebook-app.ts', import.meta.url)),
    openDatabase,
    rounds: 3,
    seed,
    log: createLog('silent'),
    onRound: () => survived++,
    signal: new AbortController().signal,
  })
  expect(survived).toBe(3)
  expect(verdict.faults.slice(0, 5), `seed ${seed}`).toEqual([])
  expect(verdict.acknowledged).toBeGreaterThan(100)
  expect(verdict.commandsSentAgain).toBeGreaterThan(100)
  expect(verdict.unknown).toBeGreaterThan(0)
  expect(verdict.followed).toBeGreaterThan(0)
})
