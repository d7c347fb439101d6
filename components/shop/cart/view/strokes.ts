import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import type { StripColumn } from '../../../player/transport/strip-scale'

/** A line of a column, from one height to another: 0 is the middle, 1 the top, -1 the bottom. */
export interface Stroke {
  readonly type: CartEventType
  readonly from: number
  readonly to: number
}

type Units = Map<CartEventType, number>

interface Loudness {
  readonly rise: Units
  readonly fall: Units
  /** A beginning, a return or an end among its events. */
  readonly bounds: Set<CartEventType>
}

/**
 * A cart's history drawn like sound, a list of strokes for each column: what was put in rises above the middle, what was
 * taken out falls below it, the more the further; beginnings, returns and ends cross the whole height. A column of one
 * event counts its units, where the event is at hand; one of many counts events.
 */
export const strokesOf = (
  columns: readonly StripColumn[],
  eventAt: (version: number) => CartEvent | undefined,
): Stroke[][] => {
  const all = columns.map((column, index) => {
    const isOne = column.last - (columns[index - 1]?.last ?? 0) === 1
    return loudnessOf(column, isOne ? eventAt(column.last) : undefined)
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

const loudnessOf = ({ counts }: StripColumn, event: CartEvent | undefined): Loudness => {
  const column: Loudness = { rise: new Map(), fall: new Map(), bounds: new Set() }
  if (event) takeEvent(column, event)
  else for (const [type, count] of Object.entries(counts)) takeCount(column, type as CartEventType, count)
  return column
}

const takeEvent = (column: Loudness, event: CartEvent): void => {
  switch (event.type) {
    case 'ItemAdded':
    case 'ItemRemoved':
      takeCount(column, event.type, event.data.quantity)
      break
    case 'ItemQuantityChanged': {
      const by = event.data.newQuantity - event.data.oldQuantity
      add(by > 0 ? column.rise : column.fall, event.type, Math.abs(by))
      break
    }
    case 'ItemRepriced':
      add(event.data.newPrice.amount > event.data.oldPrice.amount ? column.rise : column.fall, event.type, 1)
      break
    default:
      takeCount(column, event.type, 1)
  }
}

const takeCount = ({ rise, fall, bounds }: Loudness, type: CartEventType, count: number): void => {
  switch (type) {
    case 'ItemAdded':
      add(rise, type, count)
      break
    case 'ItemRemoved':
      add(fall, type, count)
      break
    case 'ItemQuantityChanged':
    case 'ItemRepriced':
      add(rise, type, count / 2)
      add(fall, type, count / 2)
      break
    case 'CartCreated':
    case 'CartRestored':
    case 'CartCheckedOut':
    case 'CartAbandoned':
      bounds.add(type)
      break
    default:
      exhaustive(type)
  }
}

const add = (units: Units, type: CartEventType, count: number): void => {
  units.set(type, (units.get(type) ?? 0) + count)
}

const sum = (units: Units): number => [...units.values()].reduce((total, count) => total + count, 0)

/** By the logarithm, so that one unit is still seen beside a thousand. */
const height = (units: number, loudest: number): number =>
  0.25 + (0.65 * Math.log2(1 + units)) / Math.log2(1 + loudest)
