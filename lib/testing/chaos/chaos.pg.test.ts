import { expect, it } from 'vitest'
import { createLog } from '../../kit/server/log'
import { runChaos } from './chaos'

it('keeps what it acknowledged, whatever is killed', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 2 ** 31
  let survived = 0
  const verdict = await runChaos({
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
