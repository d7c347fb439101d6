import type { CartEvent, CartEventType } from '@/lib/domain/cart/events'
import { exhaustive } from '@/lib/kernel/exhaustive'

/** More than this, and events share a column. */
export const maxColumns = 200

/** One SVG path per kind of event: x in versions, y from -1 (top) to 1. */
export type Waveform = ReadonlyMap<CartEventType, string>

type Units = Map<CartEventType, number>

interface Column {
  readonly rise: Units
  readonly fall: Units
  /** A beginning, a return or an end among its events. */
  readonly bounds: Set<CartEventType>
}

/**
 * A cart's history drawn like sound: what was put in rises above the middle, what was taken out falls below
 * it, the more the further; beginnings, returns and ends cross the whole height.
 */
export const waveform = (events: readonly CartEvent[]): Waveform => {
  const perColumn = Math.max(1, events.length / maxColumns)
  const columns = toColumns(events, perColumn)
  const loudest = columns.reduce((most, { rise, fall }) => Math.max(most, sum(rise), sum(fall)), 2)
  const paths = new Map<CartEventType, string>()
  const stroke = (type: CartEventType, x: number, from: number, to: number) =>
    paths.set(type, `${paths.get(type) ?? ''}M${round(x)} ${round(from)}V${round(to)}`)

  columns.forEach(({ rise, fall, bounds }, index) => {
    const x = perColumn === 1 ? index + 1 : (index + 0.5) * perColumn
    for (const { units, up } of [
      { units: rise, up: -1 },
      { units: fall, up: 1 },
    ]) {
      const each = (up * height(sum(units), loudest)) / sum(units)
      let from = 0
      for (const [type, count] of units) {
        stroke(type, x, from, from + each * count)
        from += each * count
      }
    }
    for (const type of bounds) stroke(type, x, -1, 1)
  })
  return paths
}

const toColumns = (events: readonly CartEvent[], perColumn: number): Column[] => {
  const columns: Column[] = []
  events.forEach((event, index) => {
    const at = Math.floor(index / perColumn)
    const column = columns[at] ?? { rise: new Map(), fall: new Map(), bounds: new Set() }
    columns[at] = column
    take(column, event)
  })
  return columns
}

const take = ({ rise, fall, bounds }: Column, { type, data }: CartEvent): void => {
  switch (type) {
    case 'ItemAdded':
      add(rise, type, data.quantity)
      break
    case 'ItemRemoved':
      add(fall, type, data.quantity)
      break
    case 'ItemQuantityChanged': {
      const by = data.newQuantity - data.oldQuantity
      add(by > 0 ? rise : fall, type, Math.abs(by))
      break
    }
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

const round = (value: number): number => Math.round(value * 100) / 100
