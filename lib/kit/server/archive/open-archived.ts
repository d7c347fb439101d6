import { LRUCache } from 'lru-cache'
import type { StoredEntry } from '../store/matches'
import { ArchiveUnreadable } from './archive-unreadable'
import type { ColdStorage } from './cold-storage'
import type { Tombstone } from './tombstone'
import { openCopy } from './verify-copy'

/** The events of an archived stream, as stored. @throws ArchiveUnreadable */
export type OpenArchived = (tombstone: Tombstone) => Promise<readonly StoredEntry[]>

const defaultBytes = 32 * 2 ** 20

/** Opens archived streams, and keeps those opened last at hand, up to so many bytes in memory. */
export const createOpenArchived = (storage: ColdStorage, maxSize = defaultBytes): OpenArchived => {
  const opened = new LRUCache<string, { readonly entries: readonly StoredEntry[]; readonly bytes: number }>({
    maxSize,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes),
  })
  return async (tombstone) => {
    const key = `${tombstone.location} ${tombstone.checksum}`
    const known = opened.get(key)
    if (known) return known.entries
    const { stream, location } = tombstone
    const found = await openCopy(await read(storage, tombstone), tombstone)
    if (found.type === 'broken') throw new ArchiveUnreadable(stream, location, found.reason)
    opened.set(key, found.copy)
    return found.copy.entries
  }
}

const read = async (storage: ColdStorage, { stream, location }: Tombstone): Promise<Buffer | undefined> => {
  try {
    return await storage.get(location)
  } catch (cause) {
    throw new ArchiveUnreadable(stream, location, (cause as Error).message, { cause })
  }
}
