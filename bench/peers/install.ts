import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const directory = fileURLToPath(new URL('.', import.meta.url))

/** npm writes this file when everything else is in place. */
export const arePeersInstalled = (): boolean =>
  existsSync(new URL('node_modules/.package-lock.json', import.meta.url))

/** Installs the peers where they are missing, and says so; without them the benchmarks run all the same. */
export const installPeers = (): void => {
  if (arePeersInstalled()) return
  process.stdout.write('Installing the peers to compare with (bench/peers) ...\n')
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: directory,
      stdio: 'inherit',
    },
  )
  if (status !== 0) {
    process.stdout.write('They could not be installed: the rows of emmett and act-pg will be missing.\n')
  }
}
