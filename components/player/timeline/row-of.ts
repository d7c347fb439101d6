import type { PendingEvent } from '@/lib/kit/client/session/stream-session'
import { eventAt } from '@/lib/kit/history/history'
import type { CartHistory } from '@/lib/shop/cart/client/cart-log'
import type { CartEvent } from '@/lib/shop/cart/events'
import { type ProductNames, productNames } from '../../shop/cart/view/product-names'
import { runSentence } from '../../shop/cart/view/run-sentence'
import { sentence } from '../../shop/cart/view/sentence'
import type { EventRow, RunRow } from './row'

/** The row of an event on its way to the log. */
export const pendingRow = (
  { event, issuedAt: at }: PendingEvent<CartEvent>,
  version: number,
  names: ProductNames,
): EventRow => {
  const text = sentence(event, names)
  return { type: 'event', key: version, version, event, text, at, recorded: undefined, inRun: false }
}

/** The row of the log's event at a version, be it at hand or not. */
export const eventRow = (history: CartHistory, version: number, inRun: boolean): EventRow => {
  const event = eventAt(history, version)
  const text = event ? sentence(event, productNames(history, version)) : ''
  return { type: 'event', key: version, version, event, text, at: event?.occurredAt, recorded: event, inRun }
}

/** The row of a run of events, told by its first and last. */
export const runRow = (
  history: CartHistory,
  run: Pick<RunRow, 'first' | 'version' | 'count' | 'isOpen'>,
): RunRow => {
  const begun = eventAt(history, run.first)
  const last = eventAt(history, run.version)
  return {
    ...run,
    type: 'run',
    key: -run.first,
    event: begun && last,
    text: begun && last ? runSentence(run.count, begun, last, productNames(history, run.version)) : '',
    at: last?.occurredAt,
    since: begun?.occurredAt,
  }
}
