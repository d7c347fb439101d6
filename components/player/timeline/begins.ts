import { goesOn } from '@/lib/kit/client/scan/run'
import { countUpTo } from '@/lib/kit/client/scan/sorted-versions'
import type { StreamHistory } from '@/lib/kit/client/stream-log/stream-log'
import { eventAt } from '@/lib/kit/history/history'
import { fromScanLine, toScanLine } from '@/lib/kit/wire/scan'
import type { EventSubjects } from '@/lib/kit/wire/searchable-type'

/** The versions at which runs begin, ascending, among those that were scanned. */
export interface Runs {
  readonly starts: Uint32Array
  readonly upTo: number
}

/**
 * The places at which runs begin among the first `head` events. What came after the scan is told from the events
 * at hand; undefined while they aren't.
 */
export const runStartsOfAll = (
  { starts, upTo }: Runs,
  history: StreamHistory,
  head: number,
  subjects: EventSubjects | undefined,
): Uint32Array | undefined => {
  const known = starts.subarray(0, countUpTo(starts, head))
  if (upTo >= head) return known
  if (!eventAt(history, upTo + 1)) return undefined
  const later: number[] = []
  for (let version = upTo + 1; version <= head; version++)
    if (!continues(history, version, subjects)) later.push(version)
  return Uint32Array.from([...known, ...later])
}

/** The same among the versions a filter found, which the runs are of. */
export const runStartsAmong = ({ starts }: Runs, shown: Uint32Array): Uint32Array => {
  const places = starts.map((version) => countUpTo(shown, version - 1) + 1)
  return places.filter((place, index) => place <= shown.length && place !== places[index - 1])
}

const continues = (history: StreamHistory, version: number, subjects: EventSubjects | undefined): boolean => {
  const [before, event] = [eventAt(history, version - 1), eventAt(history, version)]
  return (
    before !== undefined &&
    event !== undefined &&
    goesOn(fromScanLine(toScanLine(before)), fromScanLine(toScanLine(event)), subjects)
  )
}
