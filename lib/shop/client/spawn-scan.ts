import type { ScanWorker } from '../../kit/client/session/scan-worker'

/** Begins the worker that answers questions to whole histories of the shop's streams. */
export const spawnScan = (): ScanWorker =>
  new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module', name: 'scan' })
