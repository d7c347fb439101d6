import type { RecordedEvent } from '../../protocol/recorded-event'
import type { Append, AppendResult, CommandOutcome, EventStore, StreamName } from './event-store'

const keyOf = ({ type, id }: StreamName): string => `${type}/${id}`

/** The log in memory, for tests of what builds on it: the same contract as Postgres'. */
export const createMemoryStore = (): EventStore => {
  const log: RecordedEvent[] = []
  const streams = new Map<string, RecordedEvent[]>()
  const outcomes = new Map<string, CommandOutcome>()

  const appendOne = ({ stream, expectedVersion, events, commandId }: Append): AppendResult => {
    const answered = commandId && outcomes.get(`${keyOf(stream)}/${commandId}`)
    if (answered) return { type: 'duplicate', outcome: answered }
    const recorded = streams.get(keyOf(stream)) ?? []
    const actual = recorded.length
    if (expectedVersion !== 'any' && expectedVersion !== actual) {
      return { type: 'conflict', expected: expectedVersion, actual }
    }
    for (const event of events) {
      const version = recorded.length + 1
      const position = log.length + 1
      const entry = { ...event, streamType: stream.type, streamId: stream.id, version, position }
      recorded.push(entry)
      log.push(entry)
    }
    streams.set(keyOf(stream), recorded)
    const position = recorded.at(-1)?.position ?? 0
    const version = recorded.length
    if (commandId) {
      outcomes.set(`${keyOf(stream)}/${commandId}`, {
        type: 'accepted',
        fromVersion: actual,
        version,
        position,
      })
    }
    return { type: 'written', version, position }
  }

  return {
    append: async (...appends) => appends.map(appendOne),
    readStream: async (stream, { from = 1, to = Number.MAX_SAFE_INTEGER, limit = 1000 } = {}) =>
      (streams.get(keyOf(stream)) ?? []).slice(from - 1, to).slice(0, limit),
    readAll: async ({ after, limit, type }) =>
      log
        .slice(after)
        .filter((event) => !type || event.type === type)
        .slice(0, limit),
    headPosition: async () => log.length,
    findOutcome: async (stream, commandId) => outcomes.get(`${keyOf(stream)}/${commandId}`),
    keepOutcome: async (stream, commandId, outcome) => {
      const key = `${keyOf(stream)}/${commandId}`
      const kept = outcomes.get(key) ?? outcome
      outcomes.set(key, kept)
      return kept
    },
  }
}
