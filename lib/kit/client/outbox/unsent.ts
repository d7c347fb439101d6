import type { StreamLog } from '../stream-log/stream-log'
import { confirmedIn } from './confirmed'
import type { OutboxEntry } from './outbox-entry'

interface Page {
  readonly streamId: string | null
  /** Is the stream only looked at? */
  readonly readOnly: boolean
}

/** How many commands have no answer yet: all that a person asked for; on a page about one stream those for that one. */
export const unsentCount = (
  entries: readonly Pick<OutboxEntry, 'streamId' | 'answered' | 'parked'>[],
  { streamId, readOnly }: Page,
): number =>
  entries.filter((entry) => !entry.answered && !entry.parked && (!readOnly || entry.streamId === streamId))
    .length

/** What the server fails on. What stands in the log was taken after all: only its answer was lost. */
export const parkedOf = <Entry extends OutboxEntry>(
  entries: readonly Entry[],
  log: StreamLog,
): readonly Entry[] => {
  const failing = entries.filter(({ parked }) => parked)
  if (failing.length === 0) return failing
  const confirmed = confirmedIn(log)
  return failing.filter(({ commandId }) => !confirmed.has(commandId))
}
