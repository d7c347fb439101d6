import { groupBy } from '../../kernel/group-by'
import type { Identity } from '../../wire/identity'
import type { Credentials, Identify } from '../http/caller'
import type { Log } from '../log'

/** Somebody connected, as they were known when they came. */
export interface KnownIdentity {
  /** What they sent to say who they are. */
  readonly sent: Credentials
  readonly identity: Identity | undefined
  readonly hangUp: () => void
}

interface Options {
  readonly connected: () => readonly KnownIdentity[]
  readonly identify: Identify
  readonly everyMs: number
  readonly log: Log
}

/**
 * Whose session ended, or whose role changed, comes again as who they are now. One after the other is looked up, and
 * each once, however many sockets they have: nobody's events wait behind everybody's identity. The rounds are for what
 * nobody tells of: sessions that end by themselves.
 */
export const startIdentityChecks = ({ connected, identify, everyMs, log }: Options) => {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const check = async (group: readonly [KnownIdentity, ...KnownIdentity[]]): Promise<void> => {
    const [{ sent }] = group
    try {
      const now = await identify(sent)
      for (const { identity, hangUp } of group) {
        if (now?.userId !== identity?.userId || now?.role !== identity?.role) hangUp()
      }
    } catch (error) {
      log.warn({ err: error }, 'Who is connected could not be looked up; it is tried again')
    }
  }
  const checkAll = async (all: readonly KnownIdentity[]): Promise<void> => {
    for (const group of groupBy(all, credentialsOf).values()) {
      if (!isStopped) await check(group)
    }
  }
  const checkLater = () => {
    timer = setTimeout(async () => {
      await checkAll(connected())
      if (!isStopped) checkLater()
    }, everyMs)
  }
  checkLater()

  return {
    /** Doesn't wait for the next round: of one person something changed, or of somebody. */
    now: (userId?: string): void => {
      const all = connected()
      void checkAll(userId === undefined ? all : all.filter(({ identity }) => identity?.userId === userId))
    },
    stop: (): void => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

const credentialsOf = ({ sent: { authorization, cookie } }: KnownIdentity): string =>
  JSON.stringify([authorization, cookie])
