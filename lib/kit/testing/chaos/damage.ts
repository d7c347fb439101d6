import { existsSync, readFileSync } from 'node:fs'
import { isCode } from '../../server/postgres/cluster/files'
import { killPostgres, postmasterPid } from '../embedded-harness'
import type { Random } from '../load/random'

/** What is killed: the app, Postgres' main process, all of its processes, any one of them, or app and Postgres. */
export const damages = ['app', 'postmaster', 'postgres', 'backend', 'both'] as const
export type Damage = (typeof damages)[number]

/** The processes Postgres has started; none where the system doesn't tell. */
const childrenOf = (pid: number): number[] => {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It was gone by then.
    if (!isCode(error, 'ESRCH')) throw error
  }
}

/** `kill -9` of what belongs to the Postgres in `home`. */
export const damagePostgres = async (home: string, damage: Damage, random: Random): Promise<void> => {
  const children = childrenOf(postmasterPid(home))
  const victim = children[random.below(children.length)]
  if (damage === 'backend' && victim) return kill(victim)
  const killed = killPostgres(home, 'SIGKILL')
  if (damage === 'postgres') children.forEach(kill)
  await killed
}
