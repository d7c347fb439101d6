import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Peers that are installed together: the event stores, and shops each of which is as big as all else. */
type Peers = 'stores' | 'vendure' | 'medusa'

const directories: Record<Peers, string> = { stores: '.', vendure: './vendure', medusa: './medusa' }

const directoryOf = (peers: Peers): string =>
  fileURLToPath(new URL(`${directories[peers]}/`, import.meta.url))

/** Says which lockfile they were installed by: another one has them installed anew. */
const stampOf = (peers: Peers): string => `${directoryOf(peers)}node_modules/.installed`

const lockDigest = (peers: Peers): string =>
  createHash('sha256')
    .update(readFileSync(`${directoryOf(peers)}package-lock.json`))
    .digest('hex')

export const arePeersInstalled = (peers: Peers = 'stores'): boolean =>
  existsSync(stampOf(peers)) && readFileSync(stampOf(peers), 'utf8') === lockDigest(peers)

/** Installs peers where they are missing, and says so; without them the benchmarks run all the same. */
export const installPeers = (peers: Peers = 'stores'): void => {
  if (arePeersInstalled(peers)) return
  const folder = `bench/peers${directories[peers].slice(1)}`
  process.stdout.write(`Installing what to compare with (${folder}) ...\n`)
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: directoryOf(peers), stdio: 'inherit' },
  )
  if (status === 0) writeFileSync(stampOf(peers), lockDigest(peers))
  else process.stdout.write(`It could not be installed: the rows of what is in ${folder} will be missing.\n`)
}
