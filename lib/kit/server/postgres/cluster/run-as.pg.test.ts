import { chmod, chown, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Binaries, locateBinaries } from './binaries'
import { clusterIn } from './cluster'
import { ensureCluster } from './initdb'
import { ensurePassword } from './password'
import { chooseRunAs } from './run-as'

const isRoot = process.getuid?.() === 0
let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hindsight-run-as-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** The programs where only we may go, as when the whole project lies in a private directory. */
const privateBinaries = async (): Promise<Binaries> => {
  const found = await locateBinaries()
  const hide = async (program: string) => {
    const hidden = join(root, basename(program))
    await symlink(program, hidden)
    return hidden
  }
  return {
    postgres: await hide(found.postgres),
    initdb: await hide(found.initdb),
    pg_ctl: await hide(found.pg_ctl),
  }
}

test.skipIf(isRoot)('an ordinary user runs Postgres as such', async () => {
  expect(await chooseRunAs(await clusterIn(root), await locateBinaries())).toEqual({ prefix: [] })
})

test.skipIf(!isRoot)('root needs no privilege for files that everybody can reach', async () => {
  await chmod(root, 0o755)
  const binaries = { ...(await locateBinaries()), postgres: '/bin/true' }
  const { user, prefix } = await chooseRunAs(await clusterIn(root), binaries)
  expect(user?.uid).not.toBe(0)
  expect(prefix).toEqual([])
})

test.skipIf(!isRoot)('root can make a cluster with data and programs in a private directory', async () => {
  const cluster = await clusterIn(join(root, 'data'), { fsync: 'off' })
  const binaries = await privateBinaries()
  const runAs = await chooseRunAs(cluster, binaries)
  await ensurePassword(cluster, runAs)
  await ensureCluster(cluster, binaries, runAs)
  expect((await stat(cluster.dir)).uid).toBe(runAs.user?.uid)
})

test.skipIf(!isRoot)('whoever made the cluster keeps it', async () => {
  const cluster = await clusterIn(root)
  await mkdir(cluster.dir)
  await chown(cluster.dir, 4321, 4321)
  expect(await chooseRunAs(cluster, await locateBinaries())).toMatchObject({ user: { uid: 4321, gid: 4321 } })
})
