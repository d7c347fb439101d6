import { fileURLToPath } from 'node:url'
import { type ChaosOptions, runChaos } from '../../../kit/testing/chaos/chaos'
import type { ChaosVerdict } from '../../../kit/testing/chaos/verdict'
import { openDatabase } from '../../server/open-database'
import { shopWorkload } from './shop-workload'

/** The shop under load, killed at random moments; then what is left is judged. */
export const runShopChaos = (
  options: Omit<ChaosOptions, 'workload' | 'program' | 'openDatabase'>,
): Promise<ChaosVerdict> =>
  runChaos({
    ...options,
    workload: shopWorkload,
    program: fileURLToPath(new URL('./shop-app.ts', import.meta.url)),
    openDatabase: (dataDir, log) => openDatabase({ databaseUrl: undefined, dataDir }, log),
  })
