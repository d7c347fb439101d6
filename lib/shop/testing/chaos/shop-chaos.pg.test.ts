import { expect, it } from 'vitest'
import { createLog } from '../../../kit/server/log'
import { runShopChaos } from './shop-chaos'

it('the shop keeps what it acknowledged, and its read models follow', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 2 ** 31
  const verdict = await runShopChaos({
    rounds: 1,
    seed,
    log: createLog('silent'),
    onRound: () => undefined,
    signal: new AbortController().signal,
  })
  expect(verdict.faults.slice(0, 5), `seed ${seed}`).toEqual([])
  expect(verdict.acknowledged).toBeGreaterThan(50)
  expect(verdict.commandsSentAgain).toBeGreaterThan(50)
  expect(verdict.followed).toBeGreaterThan(0)
})
