import type { Value } from '../../../../kit/server/postgres/parameters'
import { minorUnits } from '../../../wire/minor-units'
import type { SearchCondition } from '../../wire/search/query'
import { numberRangeSql } from './range-sql'

type TotalCondition = Extract<SearchCondition, { field: 'total' }>

const hundredths = 100

/** Currencies that aren't divided into hundredths, by what they are divided into. */
const others: ReadonlyMap<number, readonly string[]> = (() => {
  const byUnits = new Map<number, string[]>()
  for (const currency of Intl.supportedValuesOf('currency')) {
    const units = minorUnits(currency)
    if (units !== hundredths) byUnits.set(units, [...(byUnits.get(units) ?? []), currency])
  }
  return byUnits
})()

/** Minor units of the row's own currency. */
const unitsSql = (value: Value): string => {
  const cases = [...others].map(
    ([units, currencies]) => `WHEN c.currency = ANY(${value(currencies)}) THEN ${units}`,
  )
  return `CASE ${cases.join(' ')} ELSE ${hundredths} END`
}

/** A cart's total in major units, as people write it, against its minor units. */
export const totalSql = ({ range, currency }: TotalCondition, value: Value): string => {
  const units = currency ? `${minorUnits(currency)}` : unitsSql(value)
  const total = numberRangeSql(range, 'c.total_amount', (text) => `${value(text)}::numeric * ${units}`)
  return currency ? `c.currency = ${value(currency)} AND ${total}` : total
}
