import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureGenerated } from '../scripts/prepare'
import { benchmarks, isBenchmark } from './benchmarks'
import { describeMachine } from './machine'
import { installPeers } from './peers/install'

const one = fileURLToPath(new URL('run-one.ts', import.meta.url))

/** In a process of its own: no benchmark finds what another left behind in heap, compiler or drivers. */
const runAlone = (name: string): boolean =>
  spawnSync(process.execPath, [...process.execArgv, one, name], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
  }).status === 0

const asked = process.argv.slice(2)
const known = Object.keys(benchmarks)
const unknown = asked.filter((name) => !isBenchmark(name))

if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${known.join(', ')}.\n`)
  process.exitCode = 1
} else {
  ensureGenerated()
  installPeers()
  process.stdout.write(`${describeMachine()}\n`)
  const failed = (asked.length > 0 ? asked : known).filter((name) => !runAlone(name))
  if (failed.length > 0) {
    process.stderr.write(`\nFailed: ${failed.join(', ')}.\n`)
    process.exitCode = 1
  }
}
