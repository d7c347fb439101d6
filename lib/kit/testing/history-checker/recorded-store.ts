import type {
  Append,
  AppendResult,
  AppendTogether,
  EventStore,
  TogetherResult,
} from '../../server/store/event-store'
import { iterateAll } from '../../server/store/iterate'
import { openJournal, readJournal } from './journal'
import type { CheckedOperation, CheckedOutcome, LoggedEvent } from './operation'

type Asked = Pick<CheckedOperation, 'appends' | 'condition'>

/** The store, with every append and its answer written down for `readOperations`. */
export const recordStore = (store: EventStore, file: string): EventStore => {
  const journal = openJournal<Asked, CheckedOutcome>(file)
  return {
    ...store,
    append: async (append) => {
      const end = journal.begin(askedFor([append]))
      const result = await store.append(append)
      end(outcomeOf(result))
      return result
    },
    appendTogether: async (together: AppendTogether) => {
      const end = journal.begin(askedFor(together.appends, together.condition))
      const result = await store.appendTogether(together)
      end(outcomeOfTogether(result))
      return result
    },
  }
}

/** What was recorded in a file. */
export const readOperations = (file: string): CheckedOperation[] =>
  readJournal<Asked, CheckedOutcome>(file).map(({ begun, begunAt, end, endedAt }) => ({
    ...begun,
    calledAt: begunAt,
    answeredAt: endedAt ?? Number.POSITIVE_INFINITY,
    outcome: end ?? { type: 'unknown' },
  }))

/** The whole log, as a check of the history wants it. */
export const readLog = async (store: EventStore): Promise<LoggedEvent[]> => {
  const log: LoggedEvent[] = []
  for await (const { eventId, streamType, streamId, version, position, type, tags = [] } of iterateAll(
    store,
  )) {
    log.push({ eventId, stream: `${streamType}/${streamId}`, version, position, type, tags })
  }
  return log
}

const askedFor = (appends: readonly Append[], condition?: AppendTogether['condition']): Asked => ({
  appends: appends.map(({ stream, expectedVersion, events }) => ({
    stream: `${stream.type}/${stream.id}`,
    expected: expectedVersion,
    eventIds: events.map(({ eventId }) => eventId),
  })),
  condition,
})

const outcomeOf = (result: AppendResult): CheckedOutcome => {
  if (result.type !== 'written') return { type: 'refused', actual: [actualOf(result)] }
  return { type: 'written', heads: [{ version: result.version, position: result.position }] }
}

const outcomeOfTogether = (result: TogetherResult): CheckedOutcome => {
  switch (result.type) {
    case 'written':
      return {
        type: 'written',
        heads: result.results.map(({ version, position }) => ({ version, position })),
      }
    case 'refused':
      return { type: 'refused', actual: result.results.map(actualOf) }
    case 'outdated':
      return { type: 'outdated', position: result.position }
    case 'overloaded':
      return { type: 'refused', actual: [] }
  }
}

const actualOf = (result: { readonly type: string; readonly actual?: number }): number | null =>
  result.type === 'conflict' ? (result.actual ?? null) : null
