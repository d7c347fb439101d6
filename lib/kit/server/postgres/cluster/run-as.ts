import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import { EmbeddedPostgresError } from './error'
import { exists } from './files'
import type { RunAs } from './os-user'

const exec = promisify(execFile)

/** Finds out as whom Postgres can run here, with the least privilege that reaches its files. */
export const chooseRunAs = async (cluster: Cluster, binaries: Binaries): Promise<RunAs> => {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const user = (await ownerOf(cluster)) ?? (await unprivilegedUser())
  const candidates = [
    [],
    // The way to the files may lead through directories of root. Search only, else (in many containers
    // that is not to be had) override.
    withCapability(user, 'dac_read_search'),
    withCapability(user, 'dac_override'),
  ]
  const obstacles: string[] = []
  for (const prefix of candidates) {
    const runAs = { user, prefix }
    const obstacle = await tryOut(runAs, cluster.home, binaries.postgres)
    if (obstacle === undefined) return runAs
    obstacles.push(obstacle)
  }
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and the user with id ${user.uid} cannot enter ${cluster.home} or run ${binaries.postgres}. ` +
      'Start as an ordinary user, move the project to a place others may enter (chmod o+x its parent directories), ' +
      'install util-linux (setpriv), or set DATABASE_URL to a Postgres of your own. ' +
      `Tried:\n${obstacles.join('\n')}`,
  )
}

/** A cluster stays with the user who made it, so that root and that user can take turns. */
const ownerOf = async (cluster: Cluster) => {
  if (!(await exists(cluster.dir))) return undefined
  const { uid, gid } = await stat(cluster.dir)
  return uid === 0 ? undefined : { uid, gid }
}

const unprivilegedUser = async () => {
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([id('-u', name), id('-g', name)])
    if (uid && gid) return { uid, gid }
  }
  throw new EmbeddedPostgresError(
    'Postgres does not run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
  )
}

const id = (flag: string, name: string) =>
  exec('id', [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  )

const withCapability = ({ uid, gid }: { uid: number; gid: number }, capability: string): string[] => {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // Without it access(2), which Postgres asks about its own programs, disregards capabilities.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ]
}

/**
 * What keeps us from the files this way, if anything. Asking beats computing: modes, ACLs, mounts and the capabilities
 * of a container all have their say.
 */
const tryOut = async (
  { user, prefix }: RunAs,
  home: string,
  program: string,
): Promise<string | undefined> => {
  const [command, ...args] = [...prefix, '/bin/sh', '-c', 'cd "$1" && exec "$2" -V', 'sh', home, program]
  const drop = prefix.length === 0 ? user : undefined
  return exec(command as string, args, { cwd: '/', ...drop }).then(
    () => undefined,
    (error) => String(error.stderr || error.message).trim(),
  )
}
