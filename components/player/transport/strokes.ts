import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { StreamView } from '../view/stream-view'
import { weightOf } from '../view/told-by-view'
import type { StripColumn } from './strip-scale'

/** A line of a column, from one height to another: 0 is the middle, 1 the top, -1 the bottom. */
export interface Stroke {
  readonly type: string
  readonly from: number
  readonly to: number
}

type Units = Map<string, number>

interface Loudness {
  readonly rise: Units
  readonly fall: Units
  /** A beginning, a return or an end among its events. */
  readonly bounds: Set<string>
}

/**
 * A history drawn like sound, a list of strokes for each column: events rise above the middle and fall below it as they
 * weigh, the more the further; those that bound a history cross the whole height. A column of one event weighs that
 * event, where it is at hand; one of many weighs types.
 */
export const strokesOf = (
  view: StreamView,
  columns: readonly StripColumn[],
  eventAt: (version: number) => DomainEvent | undefined,
): Stroke[][] => {
  const all = columns.map((column, index) => {
    const isOne = column.last - (columns[index - 1]?.last ?? 0) === 1
    return loudnessOf(view, column, isOne ? eventAt(column.last) : undefined)
  })
  const loudest = all.reduce((most, { rise, fall }) => Math.max(most, sum(rise), sum(fall)), 2)
  return all.map(({ rise, fall, bounds }) => [
    ...stack(rise, 1, loudest),
    ...stack(fall, -1, loudest),
    ...[...bounds].map((type) => ({ type, from: -1, to: 1 })),
  ])
}

const stack = (units: Units, direction: 1 | -1, loudest: number): Stroke[] => {
  const each = (direction * height(sum(units), loudest)) / sum(units)
  let from = 0
  return [...units].map(([type, count]) => {
    const stroke = { type, from, to: from + each * count }
    from = stroke.to
    return stroke
  })
}

const loudnessOf = (view: StreamView, { counts }: StripColumn, event: DomainEvent | undefined): Loudness => {
  const column: Loudness = { rise: new Map(), fall: new Map(), bounds: new Set() }
  if (event) take(view, column, event.type, 1, event)
  else for (const [type, count] of Object.entries(counts)) take(view, column, type, count, undefined)
  return column
}

const take = (
  view: StreamView,
  { rise, fall, bounds }: Loudness,
  type: string,
  count: number,
  event: DomainEvent | undefined,
): void => {
  const weight = weightOf(view, type, event)
  if (weight === 'bound') {
    bounds.add(type)
    return
  }
  add(rise, type, count * weight.rise)
  add(fall, type, count * weight.fall)
}

const add = (units: Units, type: string, count: number): void => {
  if (count > 0) units.set(type, (units.get(type) ?? 0) + count)
}

const sum = (units: Units): number => [...units.values()].reduce((total, count) => total + count, 0)

/** By the logarithm, so that one unit is still seen beside a thousand. */
const height = (units: number, loudest: number): number =>
  0.25 + (0.65 * Math.log2(1 + units)) / Math.log2(1 + loudest)
