import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Caller, Credentials, FindCaller } from '../../../kit/server/http/caller'
import type { ShopIdentity } from '../../wire/shop-identity'

type FindPerson = FindCaller<ShopIdentity>
type Person = Caller<ShopIdentity>

interface MemoryOptions {
  readonly find: FindPerson
  /** Whether every change is told of within a second; while it isn't, nobody is known from memory. */
  readonly isCertain: () => boolean
  /** The database's time. */
  readonly now: () => Date
}

/** How long somebody is remembered of whom nothing is told. */
const rememberedMs = 10 * 60_000
const most = 50_000

/**
 * Remembers who sent which cookie or key, until something of that person is told to have changed (`forget`), and looks up
 * once what many ask at once. Nobody is remembered longer than their session or key holds.
 */
export const rememberCallers = ({ find, isCertain, now }: MemoryOptions) => {
  const credentialsOf = new Map<string, Set<string>>()
  const known = new LRUCache<string, { caller: Person; until: number }>({
    max: most,
    dispose: ({ caller }, credentials) => {
      const { userId } = caller.identity
      const theirs = credentialsOf.get(userId)
      theirs?.delete(credentials)
      if (theirs?.size === 0) credentialsOf.delete(userId)
    },
  })
  let pending = new Map<string, Promise<Person | undefined>>()

  const remember = (credentials: string, caller: Person): void => {
    const ends = caller.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    known.set(credentials, { caller, until: Math.min(now().getTime() + rememberedMs, ends) })
    const { userId } = caller.identity
    credentialsOf.set(userId, (credentialsOf.get(userId) ?? new Set()).add(credentials))
  }

  const lookUp = (credentials: string, sent: Credentials): Promise<Person | undefined> => {
    const mine = pending
    const looking = find(sent)
      .then((caller) => {
        // What was looked up before a change was told of may be from before it.
        if (caller && mine === pending) remember(credentials, caller)
        return caller
      })
      .finally(() => mine.delete(credentials))
    mine.set(credentials, looking)
    return looking
  }

  return {
    find: async (sent: Credentials): Promise<Person | undefined> => {
      const credentials = digestOf(sent)
      if (credentials === undefined) return undefined
      if (isCertain()) {
        const remembered = known.get(credentials)
        if (remembered && now().getTime() < remembered.until) return remembered.caller
      }
      return pending.get(credentials) ?? lookUp(credentials, sent)
    },
    /** A session, the role, the name or a key of this person changed; of anybody, where no one is named. */
    forget: (userId?: string): void => {
      pending = new Map()
      if (userId === undefined) known.clear()
      else for (const credentials of [...(credentialsOf.get(userId) ?? [])]) known.delete(credentials)
    },
  }
}

/** A digest, so that no cookie or key stays in memory; undefined where nothing was sent. */
const digestOf = ({ authorization, cookie }: Credentials): string | undefined => {
  const sent = authorization ?? cookie
  if (!sent) return undefined
  return createHash('sha256')
    .update(authorization ? 'key ' : 'cookie ')
    .update(sent)
    .digest('base64')
}
