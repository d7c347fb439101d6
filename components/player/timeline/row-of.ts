import type { PendingEvent } from '@/lib/kit/client/session/stream-session'
import type { StreamHistory } from '@/lib/kit/client/stream-log/stream-log'
import { eventAt } from '@/lib/kit/history/history'
import { namesAt } from '../view/names-at'
import type { StreamView } from '../view/stream-view'
import { runSentenceOf, sentenceOf } from '../view/told-by-view'
import type { EventRow, RunRow } from './row'

/** The row of an event on its way to the log. */
export const pendingRow = (
  view: StreamView,
  { event, issuedAt: at }: PendingEvent,
  version: number,
  names: unknown,
): EventRow => {
  const text = sentenceOf(view, event, names)
  return { type: 'event', key: version, version, event, text, at, recorded: undefined, inRun: false }
}

/** The row of the log's event at a version, be it at hand or not. */
export const eventRow = (
  view: StreamView,
  history: StreamHistory,
  version: number,
  inRun: boolean,
): EventRow => {
  const event = eventAt(history, version)
  const text = event ? sentenceOf(view, event, namesAt(view, history, version)) : ''
  return { type: 'event', key: version, version, event, text, at: event?.occurredAt, recorded: event, inRun }
}

/** The row of a run of events, told by its first and last. */
export const runRow = (
  view: StreamView,
  history: StreamHistory,
  run: Pick<RunRow, 'first' | 'version' | 'count' | 'isOpen'>,
): RunRow => {
  const begun = eventAt(history, run.first)
  const last = eventAt(history, run.version)
  const text =
    begun && last ? runSentenceOf(view, run.count, begun, last, namesAt(view, history, run.version)) : ''
  return {
    ...run,
    type: 'run',
    key: -run.first,
    event: begun && last,
    text,
    at: last?.occurredAt,
    since: begun?.occurredAt,
  }
}
