import { randomBytes, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { keyBytes } from './cipher'
import { type DataKey, type DataKeys, type KeyOwner, ownerKey } from './data-keys'
import { gather } from './gather'
import type { KeyRows } from './key-rows'
import { BrokenDataKey, unwrapKey, type WrappedKey, wrapKey } from './wrapped-key'

/** A key that was deleted elsewhere is remembered no longer than this, whoever forgot to say so. */
const limits = { max: 10_000, ttl: 60_000 }

/** Keys of people, kept wrapped by the master key. Those used last are at hand. */
export const createDataKeys = (rows: KeyRows, masterKey: Buffer): DataKeys => {
  const owned = new LRUCache<string, DataKey>(limits)
  const known = new LRUCache<string, DataKey | 'gone'>(limits)

  /** A broken row fails only those who ask for its key. */
  const remember = (row: WrappedKey): DataKey | BrokenDataKey => {
    const key = unwrapKey(masterKey, row)
    if (!(key instanceof BrokenDataKey)) known.set(key.id, key)
    return key
  }

  const keep = gather<KeyOwner, DataKey | BrokenDataKey>(async (owners) => {
    const fresh = new Map(owners.map((owner) => [ownerKey(owner), newKey(owner)]))
    const kept = await rows.keep([...fresh.values()].map((key) => wrapKey(masterKey, key)))
    const keys = new Map(kept.map((row) => [ownerKey(row), remember(row)]))
    for (const [owner, key] of keys) if (!(key instanceof BrokenDataKey)) owned.set(owner, key)
    return keys
  })
  const look = gather<string, DataKey | BrokenDataKey>(async (ids) => {
    const found = await rows.find([...new Set(ids)])
    return new Map(found.map((row) => [row.id, remember(row)]))
  })

  return {
    of: async (owner) => {
      const asked = ownerKey(owner)
      const key = owned.get(asked) ?? (await keep([owner])).get(asked)
      if (!key) throw new Error(`No key was kept for ${asked}`)
      if (key instanceof BrokenDataKey) throw key
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
      const looked = await look(unknown)
      for (const id of unknown) {
        const key = looked.get(id)
        if (key instanceof BrokenDataKey) throw key
        if (key) found.set(id, key)
        else known.set(id, 'gone')
      }
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
