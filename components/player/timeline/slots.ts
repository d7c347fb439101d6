import { countUpTo } from '@/lib/kit/client/scan/sorted-versions'

/** Fewer events than this take no more room than their run would. */
export const shortestRun = 3

/** What a row shows: the event at a place, or the run of those from `first` to `last`. */
export type Held =
  | { readonly type: 'event'; readonly place: number; readonly inRun: boolean }
  | { readonly type: 'run'; readonly first: number; readonly last: number; readonly isOpen: boolean }

/** Rows over events of which runs are folded. Places count the events, slots the rows: from 1, oldest first. */
export interface Slots {
  readonly count: number
  readonly at: (slot: number) => Held
  /** Where an event stands; where its run does, while that is shut. */
  readonly slotOf: (place: number) => number
  /** The row of the run that begins at a place, if there is one. */
  readonly headOf: (place: number) => number | undefined
}

/** A row for each event. */
export const unfolded = (count: number): Slots => ({
  count,
  at: (place) => ({ type: 'event', place, inRun: false }),
  slotOf: (place) => place,
  headOf: () => undefined,
})

/**
 * A row for each run that is long enough, and above it, while that is open, one for each of its events. `begins` are
 * the places at which runs begin, ascending from 1.
 */
export const folded = (begins: Uint32Array, count: number, isOpen: (first: number) => boolean): Slots => {
  const firstOf = (run: number): number => begins[run] ?? count + 1
  const lengthOf = (run: number): number => firstOf(run + 1) - firstOf(run)
  const isLong = (run: number): boolean => lengthOf(run) >= shortestRun
  const heightOf = (run: number): number => {
    if (!isLong(run)) return lengthOf(run)
    return isOpen(firstOf(run)) ? lengthOf(run) + 1 : 1
  }
  const below = new Uint32Array(begins.length)
  let rows = 0
  for (let run = 0; run < begins.length; run++) {
    below[run] = rows
    rows += heightOf(run)
  }
  const belowOf = (run: number): number => below[run] ?? rows
  const runAt = (place: number): number => countUpTo(begins, place) - 1
  const isShut = (run: number): boolean => isLong(run) && belowOf(run + 1) - belowOf(run) === 1
  return {
    count: rows,
    at: (slot) => {
      const run = countUpTo(below, slot - 1) - 1
      const first = firstOf(run)
      if (isLong(run) && slot === belowOf(run + 1))
        return { type: 'run', first, last: firstOf(run + 1) - 1, isOpen: !isShut(run) }
      return { type: 'event', place: first + slot - belowOf(run) - 1, inRun: isLong(run) }
    },
    slotOf: (place) => {
      const run = runAt(place)
      return belowOf(run) + (isShut(run) ? 1 : place - firstOf(run) + 1)
    },
    headOf: (place) => {
      const run = runAt(place)
      return firstOf(run) === place && isLong(run) ? belowOf(run + 1) : undefined
    },
  }
}
