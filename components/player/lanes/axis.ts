/** A long time in which nothing happened, drawn shorter than it was. */
export interface Fold {
  /** Between which places it is drawn. */
  readonly from: number
  readonly to: number
  /** How long it was. */
  readonly ms: number
}

/** The story's one axis of time. */
export interface StoryAxis {
  /** Where each stop of the needle stands, from 0 to 1: before the first event, at each event, and now. */
  readonly places: readonly number[]
  readonly folds: readonly Fold[]
}

/** What lies between two stops, in units of the usual time between events: no less, so that none stand on each other. */
const least = 0.5
/** No more: what was longer is folded. */
const most = 4
const untilFirst = 0.5
const untilNow = 1

/**
 * Events are placed by when they occurred and stand in the log's order: one that was told later of an earlier time stands
 * with the latest before it, and those of one time are fanned out. `times` are in milliseconds, in the log's order.
 */
export const axisOf = (times: readonly number[], hasNow: boolean): StoryAxis => {
  const waits = waitsOf(times)
  const unit = median(waits.filter((ms) => ms > 0))
  const widths = [
    ...(times.length > 0 ? [untilFirst] : []),
    ...waits.map((ms) => Math.min(most, Math.max(least, ms / unit))),
    ...(hasNow ? [untilNow] : []),
  ]
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const places = [0]
  let passed = 0
  for (const width of widths) {
    passed += width
    places.push(Math.min(1, passed / whole))
  }
  const folds = waits.flatMap((ms, index): Fold[] => {
    const [from, to] = [places[index + 1] ?? 0, places[index + 2] ?? 1]
    return ms > most * unit ? [{ from, to, ms }] : []
  })
  return { places, folds }
}

/** How long after all that stand before it each event but the first occurred. */
const waitsOf = (times: readonly number[]): number[] => {
  let latest = times[0] ?? 0
  return times.slice(1).map((time) => {
    const wait = Math.max(0, time - latest)
    latest += wait
    return wait
  })
}

const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 1
}

/** The stop nearest to a place. */
export const nearestStop = ({ places }: StoryAxis, place: number): number => {
  let nearest = 0
  places.forEach((each, stop) => {
    if (Math.abs(each - place) < Math.abs((places[nearest] ?? 0) - place)) nearest = stop
  })
  return nearest
}

/** Stops whose labels have room: each so far from the one before, the last of them always. */
export const labelledStops = (
  stops: readonly number[],
  { places }: StoryAxis,
  apart: number,
): readonly number[] => {
  const shown: number[] = []
  const placeOf = (stop: number): number => places[stop] ?? 0
  const last = stops.at(-1)
  for (const stop of stops) {
    const before = shown.at(-1)
    const isFree = before === undefined || placeOf(stop) - placeOf(before) >= apart
    const isClear = stop === last || last === undefined || placeOf(last) - placeOf(stop) >= apart
    if (isFree && isClear) shown.push(stop)
  }
  return shown
}
