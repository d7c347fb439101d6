import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Caller, Credentials, FindCaller } from '../../../kit/server/http/caller'
import type { ShopIdentity } from '../../wire/shop-identity'

type FindPerson = FindCaller<ShopIdentity>
type Person = Caller<ShopIdentity>

interface MemoryOptions {
  readonly find: FindPerson
  readonly now?: () => number
}

const rememberedMs = 3_000
/** What changes who somebody is may not be committed yet when it is told of. */
const unsureMs = 1_000
const most = 10_000

/**
 * Remembers for seconds who sent which cookie or key, and looks up once what many ask at once. Nobody is remembered who was
 * looked up just before or after `forget`: who signed out here is not known here any more.
 */
export const rememberCallers = ({ find, now = Date.now }: MemoryOptions) => {
  const known = new LRUCache<string, { caller: Person; until: number }>({ max: most })
  let pending = new Map<string, Promise<Person | undefined>>()
  let unsureUntil = 0

  const lookUp = (key: string, sent: Credentials): Promise<Person | undefined> => {
    const mine = pending
    const looking = find(sent)
      .then((caller) => {
        const isSure = mine === pending && now() >= unsureUntil
        if (caller && isSure) known.set(key, { caller, until: now() + rememberedMs })
        return caller
      })
      .finally(() => mine.delete(key))
    mine.set(key, looking)
    return looking
  }

  return {
    find: async (sent: Credentials): Promise<Person | undefined> => {
      const key = keyOf(sent)
      if (key === undefined) return undefined
      const remembered = known.get(key)
      if (remembered && now() < remembered.until) return remembered.caller
      return pending.get(key) ?? lookUp(key, sent)
    },
    /** Somebody's session, role, name or key changed. */
    forget: (): void => {
      known.clear()
      pending = new Map()
      unsureUntil = now() + unsureMs
    },
  }
}

/** A digest, so that no cookie or key stays in memory; undefined where nothing was sent. */
const keyOf = ({ authorization, cookie }: Credentials): string | undefined => {
  const sent = authorization ?? cookie
  if (!sent) return undefined
  return createHash('sha256')
    .update(authorization ? 'key ' : 'cookie ')
    .update(sent)
    .digest('base64')
}
