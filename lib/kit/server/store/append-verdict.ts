import type { RecordedEvent } from '../../events/recorded-event'
import { exhaustive } from '../../kernel/exhaustive'
import type { CommandOutcome, CommandReused, ExpectedVersion, Written } from './event-store'
import { chainHash } from './hash-chain'
import type { SealedAppend } from './seal'

/** What the database says of an append. */
export type AppendVerdict =
  | Written
  | { readonly type: 'conflict'; readonly expected: ExpectedVersion; readonly actual: number }
  | { readonly type: 'duplicate'; readonly outcome: CommandOutcome }
  | CommandReused
  | { readonly type: 'archived' }
  | { readonly type: 'refused' }
  | { readonly type: 'outdated'; readonly position: number }

/** What the functions that append answer with, in the order of `VerdictRow`. */
export const verdictColumns = 'outcome, version, last_position, command_outcome, previous_hash, recorded_at'

export type VerdictRow = [
  outcome: AppendVerdict['type'],
  version: number,
  position: string | null,
  answered: CommandOutcome,
  chain: Buffer | null,
  recordedAt: Date | null,
]

/** An expected version as the database takes it; null: any. */
export const expectedOf = ({ expectedVersion: expected }: Pick<SealedAppend, 'expectedVersion'>) =>
  typeof expected === 'number' ? expected : expectations[expected]

const expectations = { none: 0, exists: -1, any: null }

export const toVerdict = (
  [outcome, version, position, answered, chain, recordedAt]: VerdictRow,
  append: SealedAppend,
): AppendVerdict => {
  switch (outcome) {
    case 'written':
      return written(
        append,
        version,
        Number(position),
        chain ?? Buffer.alloc(0),
        (recordedAt as Date).toISOString(),
      )
    case 'conflict':
      return { type: 'conflict', expected: append.expectedVersion, actual: version }
    case 'duplicate':
      return { type: 'duplicate', outcome: answered }
    case 'outdated':
      return { type: 'outdated', position: Number(position) }
    case 'reused':
    case 'archived':
    case 'refused':
      return { type: outcome }
    default:
      return exhaustive(outcome)
  }
}

/** Links a sealed append onto its stream: `version` and `position` are those of its last event. */
export const written = (
  { stream, events }: Pick<SealedAppend, 'stream' | 'events'>,
  version: number,
  position: number,
  previous: Buffer,
  recordedAt: string,
): Written => {
  let chain = previous
  const recorded = events.map(({ event, content }, index): RecordedEvent => {
    const nth = version - events.length + index + 1
    chain = chainHash(chain, content, stream, nth)
    return {
      ...event,
      streamType: stream.type,
      streamId: stream.id,
      version: nth,
      position: position - events.length + index + 1,
      recordedAt,
      hash: chain.toString('hex'),
    }
  })
  return { type: 'written', version, position, events: recorded }
}
