import { formatClock } from '@/components/ui/format'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'

/** A place in the history, spoken: "Version 4 of 9, NoteWritten, 14:03:22". */
export const versionText = (
  version: number,
  head: number,
  event: Pick<RecordedEvent, 'type' | 'occurredAt'> | undefined,
  timeZone?: string,
): string =>
  `Version ${version} of ${head}, ${event ? `${event.type}, ${formatClock(event.occurredAt, timeZone)}` : 'nothing yet'}`
