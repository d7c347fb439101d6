import { countUpTo } from '@/lib/kit/client/scan/sorted-versions'
import type { PendingEvent } from '@/lib/kit/client/session/stream-session'
import type { StreamHistory } from '@/lib/kit/client/stream-log/stream-log'
import { windowOfEvent } from '@/lib/kit/history/history'
import type { EventSubjects } from '@/lib/kit/wire/searchable-type'
import type { StreamView } from '../view/stream-view'
import { type Runs, runStartsAmong, runStartsOfAll } from './begins'
import type { Row } from './row'
import { eventRow, pendingRow, runRow } from './row-of'
import { folded, type Slots, unfolded } from './slots'

/** The timeline's lines, newest first, each made when it is first looked at: there may be many. */
export interface Rows {
  readonly count: number
  /** How many events they show, those in folded runs too. */
  readonly events: number
  readonly at: (index: number) => Row
  /** The row of a version, or of the shut run it is in; of the next older one where it has none. */
  readonly indexOf: (version: number) => number
  /** The row of this key; of a run that isn't any more, the row of the version it began at. */
  readonly indexOfKey: (key: number) => number
}

/** Which runs are folded, but for those opened, by the version they begin at. */
export interface Folding {
  readonly runs: Runs
  readonly opened: ReadonlySet<number>
}

/** What is to be shown of a history: all of it, or the versions a filter found (ascending). */
interface Shown {
  readonly view: StreamView
  /** What events are about: a run is of one subject. */
  readonly subjects: EventSubjects | undefined
  readonly history: StreamHistory
  readonly pending: readonly PendingEvent[]
  readonly matching?: Uint32Array | undefined
  readonly folding?: Folding | undefined
  /** No version after this one. */
  readonly until: number
}

export const toRows = ({ view, subjects, history, pending, matching, folding, until }: Shown): Rows => {
  // Of what a filter found, what isn't told in runs yet waits for it.
  const head = Math.min(history.version, until, matching && folding ? folding.runs.upTo : until)
  const shown = matching?.subarray(0, countUpTo(matching, head))
  const waiting = matching || until < history.version ? [] : pending
  const confirmed = shown ? shown.length : head
  const versionOf = (place: number): number => (shown ? (shown[place - 1] ?? 0) : place)
  const slots = toSlots({ subjects, history, folding, shown, confirmed, versionOf })
  const count = slots.count + waiting.length
  const names =
    waiting.length > 0
      ? view.namesOf(
          history.head,
          waiting.map(({ event }) => event),
        )
      : undefined

  const make = (index: number): Row => {
    if (index < 0 || index >= count) throw new RangeError(`No row ${index} of ${count}`)
    const slot = count - index
    const nth = slot - slots.count
    const expected = waiting[nth - 1]
    if (expected) return pendingRow(view, expected, history.version + nth, names)
    const held = slots.at(slot)
    if (held.type === 'event') return eventRow(view, history, versionOf(held.place), held.inRun)
    const { first, last, isOpen } = held
    const run = { first: versionOf(first), version: versionOf(last), count: last - first + 1, isOpen }
    return runRow(view, history, run)
  }
  const made = new Map<number, Row>()
  const at = (index: number): Row => {
    const row = made.get(index) ?? make(index)
    made.set(index, row)
    return row
  }
  const indexOf = (version: number): number => {
    const place = shown ? countUpTo(shown, version) : version
    if (place <= 0) return count
    return count - (place > confirmed ? slots.count + place - confirmed : slots.slotOf(place))
  }
  const headIndexOf = (first: number): number | undefined => {
    const place = shown ? countUpTo(shown, first) : first
    const slot = place > 0 && versionOf(place) === first ? slots.headOf(place) : undefined
    return slot && count - slot
  }
  return {
    count,
    events: confirmed + waiting.length,
    at,
    indexOf,
    indexOfKey: (key) => (key < 0 ? headIndexOf(-key) : undefined) ?? indexOf(Math.abs(key)),
  }
}

interface Laid extends Pick<Shown, 'subjects' | 'history' | 'folding'> {
  readonly shown: Uint32Array | undefined
  readonly confirmed: number
  readonly versionOf: (place: number) => number
}

const toSlots = ({ subjects, history, folding, shown, confirmed, versionOf }: Laid): Slots => {
  if (!folding) return unfolded(confirmed)
  const { runs, opened } = folding
  const begins = shown ? runStartsAmong(runs, shown) : runStartsOfAll(runs, history, confirmed, subjects)
  return begins ? folded(begins, confirmed, (first) => opened.has(versionOf(first))) : unfolded(confirmed)
}

/** The windows that rows need and that aren't at hand, the uppermost first. */
export const missingWindows = ({ windows, version }: StreamHistory, versions: readonly number[]): number[] =>
  [...new Set(versions.filter((each) => each > 0 && each <= version).map(windowOfEvent))].filter(
    (from) => !windows.has(from),
  )
