import { randomBytes } from 'node:crypto'
import type { EventRegistry } from '../../events/registry'
import type { StreamName } from '../../events/stream-name'
import { keyBytes } from '../sealing/cipher'
import { createDataKeys } from '../sealing/create-data-keys'
import { createMemoryKeyRows } from '../sealing/memory-key-rows'
import { toTogether } from './append'
import { type AppendVerdict as BatchVerdict, written } from './append-verdict'
import { checked } from './checked'
import { createCodec } from './codec'
import type {
  AppendCondition,
  AppendResult,
  AppendTogether,
  CommandOutcome,
  Conflict,
  EventStore,
  ReadAll,
  TogetherResult,
  Written,
} from './event-store'
import { isOtherFingerprint } from './fingerprint'
import { usedId } from './invalid-append'
import { isFoundBy, matches, type StoredEntry } from './matches'
import { isInPartition } from './partition'
import { type SealedAppend, seal, sealTogether } from './seal'
import { withCodec } from './with-codec'

const keyOf = ({ type, id }: StreamName): string => `${type}/${id}`

interface Kept {
  readonly outcome: CommandOutcome
  readonly fingerprint: Buffer | undefined
}

type Verdict = Exclude<AppendResult, { type: 'archived' | 'overloaded' }>

/** The log in memory, for tests of what builds on it: the same contract as Postgres'. */
export const createMemoryStore = (registry: EventRegistry, keys = createMemoryKeys()): EventStore =>
  checked(withCodec(createStored(), createCodec(registry, keys)))

const createMemoryKeys = () => createDataKeys(createMemoryKeyRows(), randomBytes(keyBytes))

const createStored = (): EventStore => {
  const log: StoredEntry[] = []
  const streams = new Map<string, StoredEntry[]>()
  const outcomes = new Map<string, Kept>()
  const eventIds = new Set<string>()

  const judge = ({ key, expectedVersion, commandId, fingerprint }: SealedAppend): Verdict | undefined => {
    const kept = commandId && outcomes.get(`${key}/${commandId}`)
    if (kept) {
      if (isOtherFingerprint(kept.fingerprint, fingerprint)) return { type: 'reused' }
      return { type: 'duplicate', outcome: kept.outcome }
    }
    return conflictOf(expectedVersion, streams.get(key)?.length ?? 0)
  }

  const write = (append: SealedAppend): Written => {
    const { key, commandId, fingerprint, events } = append
    if (events.some(({ event }) => eventIds.has(event.eventId))) throw usedId()
    const stream = streams.get(key) ?? []
    const fromVersion = stream.length
    const previous = Buffer.from(stream.at(-1)?.event.hash ?? '', 'hex')
    const recordedAt = new Date().toISOString()
    const [version, position] = [fromVersion + events.length, log.length + events.length]
    const result = written(append, version, position, previous, recordedAt)
    for (const event of result.events) {
      eventIds.add(event.eventId)
      const entry = { event, recordedAt }
      stream.push(entry)
      log.push(entry)
    }
    if (events.length > 0) streams.set(key, stream)
    if (commandId) {
      const outcome = { type: 'accepted', fromVersion, version, position } as const
      outcomes.set(`${key}/${commandId}`, { outcome, fingerprint })
    }
    return result
  }

  const clashOf = ({ queries, after = 0 }: AppendCondition): number | undefined =>
    log.findLast(({ event }) =>
      queries.some((query) => event.position > (query.after ?? after) && isFoundBy(query, event)),
    )?.event.position

  /** Tries them on a copy of what they touch, as a transaction would. */
  const writeTogether = (together: AppendTogether): TogetherResult => {
    const sealed = sealTogether(together)
    const clash = together.condition && clashOf(together.condition)
    const outdated = clash === undefined ? undefined : ({ type: 'outdated', position: clash } as const)
    if (outdated && sealed.length === 0) return outdated
    const before = {
      log: log.length,
      streams: new Map([...streams].map(([key, entries]) => [key, [...entries]])),
    }
    const results: BatchVerdict[] = []
    const undo = () => {
      for (const { event } of log.splice(before.log)) eventIds.delete(event.eventId)
      streams.clear()
      for (const [key, entries] of before.streams) streams.set(key, entries)
      for (const [index, { key, commandId }] of sealed.entries()) {
        if (results[index]?.type === 'written') outcomes.delete(`${key}/${commandId}`)
      }
    }
    try {
      for (const append of sealed) results.push(judge(append) ?? outdated ?? write(append))
    } catch (error) {
      undo()
      throw error
    }
    if (results.every((result) => result.type === 'written')) return toTogether(results)
    undo()
    return toTogether(results.map((result) => (result.type === 'written' ? { type: 'refused' } : result)))
  }

  return {
    append: async (append) => {
      const sealed = seal(append)
      return judge(sealed) ?? write(sealed)
    },
    appendTogether: async (together) => writeTogether(together),
    readStream: async (stream, { from = 1, to, limit = 1000, direction = 'forwards' } = {}) => {
      const found = (streams.get(keyOf(stream)) ?? []).slice(Math.max(0, from - 1), to)
      if (direction === 'backwards') found.reverse()
      return found.slice(0, limit).map(({ event }) => event)
    },
    readAll: async ({ after = 0, upTo, limit, direction = 'forwards', filter, partition }: ReadAll) => {
      const found = log
        .slice(after, upTo)
        .filter((entry) => matches(filter, entry) && isInPartition(partition, entry.event.streamId))
      if (direction === 'backwards') found.reverse()
      return found.slice(0, limit).map(({ event }) => event)
    },
    readEvent: async (eventId) => log.find(({ event }) => event.eventId === eventId)?.event,
    headPosition: async () => log.length,
    headVersion: async (stream) => streams.get(keyOf(stream))?.length ?? 0,
    findOutcome: async (stream, commandId) => outcomes.get(`${keyOf(stream)}/${commandId}`)?.outcome,
    keepOutcome: async (stream, commandId, outcome, fingerprint) => {
      const key = `${keyOf(stream)}/${commandId}`
      const kept = outcomes.get(key) ?? { outcome, fingerprint }
      outcomes.set(key, kept)
      return isOtherFingerprint(kept.fingerprint, fingerprint) ? { type: 'reused' } : kept.outcome
    },
  }
}

const conflictOf = (expected: SealedAppend['expectedVersion'], actual: number): Conflict | undefined => {
  const isExpected =
    expected === 'any' ||
    (expected === 'none' && actual === 0) ||
    (expected === 'exists' && actual > 0) ||
    expected === actual
  return isExpected ? undefined : { type: 'conflict', expected, actual }
}
