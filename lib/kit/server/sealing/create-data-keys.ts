import { randomBytes, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { keyBytes } from './cipher'
import type { DataKey, DataKeys, KeyOwner } from './data-keys'
import { gather } from './gather'
import type { KeyRows } from './key-rows'
import { unwrapKey, type WrappedKey, wrapKey } from './wrapped-key'

/** A key that was deleted elsewhere is remembered no longer than this, whoever forgot to say so. */
const limits = { max: 10_000, ttl: 60_000 }

const keyOf = ({ person, kind }: KeyOwner): string => `${kind} ${person}`

/** Keys of people, kept wrapped by the master key. Those used last are at hand. */
export const createDataKeys = (rows: KeyRows, masterKey: Buffer): DataKeys => {
  const owned = new LRUCache<string, DataKey>(limits)
  const known = new LRUCache<string, DataKey | 'gone'>(limits)

  const remember = (wrapped: readonly WrappedKey[]): DataKey[] =>
    wrapped.map((row) => {
      const key = unwrapKey(masterKey, row)
      known.set(key.id, key)
      return key
    })

  const keep = gather<KeyOwner, DataKey>(async (owners) => {
    const fresh = new Map(owners.map((owner) => [keyOf(owner), newKey(owner)]))
    const keys = remember(await rows.keep([...fresh.values()].map((key) => wrapKey(masterKey, key))))
    for (const key of keys) owned.set(keyOf(key), key)
    return keys
  })
  const look = gather<string, DataKey>(async (ids) => remember(await rows.find([...new Set(ids)])))

  return {
    of: async (owner) => {
      const key =
        owned.get(keyOf(owner)) ?? (await keep([owner])).find((each) => keyOf(each) === keyOf(owner))
      if (!key) throw new Error(`No key was kept for ${keyOf(owner)}`)
      return key
    },
    find: async (ids) => {
      const found = new Map<string, DataKey>()
      const unknown: string[] = []
      for (const id of ids) {
        const key = known.get(id)
        if (key === undefined) unknown.push(id)
        else if (key !== 'gone') found.set(id, key)
      }
      if (unknown.length === 0) return found
      for (const key of await look(unknown)) found.set(key.id, key)
      for (const id of unknown) if (!found.has(id)) known.set(id, 'gone')
      return found
    },
    forget: (person) => {
      for (const cache of [owned, known]) {
        for (const [entry, key] of cache) if (key !== 'gone' && key.person === person) cache.delete(entry)
      }
    },
  }
}

const newKey = (owner: KeyOwner): DataKey => ({ ...owner, id: randomUUID(), secret: randomBytes(keyBytes) })
