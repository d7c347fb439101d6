import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cluster, clusterIn } from './cluster'
import { discardPidFile, parsePidFile } from './pid-file'

test.each([
  ['ready', '4711\n/data\n1784000000\n54321\n\n127.0.0.1\n  123 4\nready   \n', { pid: 4711, port: 54321 }],
  ['just begun', '4711\n/data\n1784000000\n', { pid: 4711, port: undefined }],
  ['of a standalone backend', '-4711\n/data\n1784000000\n', { pid: 4711, port: undefined }],
  ['empty', '', undefined],
])('a pid file: %s', (_, text, expected) => {
  expect(parsePidFile(text)).toEqual(expected)
})

let home: string
let cluster: Cluster

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hindsight-pid-file-'))
  cluster = { ...(await clusterIn(home)), pidFile: join(home, 'postmaster.pid') }
})
afterEach(() => rm(home, { recursive: true, force: true }))

test('the file that was judged stale is discarded', async () => {
  await writeFile(cluster.pidFile, 'stale')
  await discardPidFile(cluster, 'stale')
  expect(await readdir(home)).toEqual([])
})

test('one written since is kept', async () => {
  await writeFile(cluster.pidFile, 'new')
  await discardPidFile(cluster, 'stale')
  expect(await readdir(home)).toEqual(['postmaster.pid'])
  expect(await readFile(cluster.pidFile, 'utf8')).toBe('new')
})

test('one that is gone already is no trouble', async () => {
  await discardPidFile(cluster, 'stale')
})
