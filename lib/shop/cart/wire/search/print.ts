import { quote } from '../../../../kit/wire/written'
import type { CartQuery, Clause, SearchCondition } from './query'
import { printRange } from './ranges'

const needsQuotes = /^$|\s|^"/
/** Words that would read as something else. */
const readsOtherwise = /^-|^[A-Za-z]+:/

const printText = (text: string): string => (needsQuotes.test(text) ? quote(text) : text)

const printCondition = (condition: SearchCondition): string => {
  switch (condition.field) {
    case 'words':
      return readsOtherwise.test(condition.text) ? quote(condition.text) : printText(condition.text)
    case 'event':
      return `event:${condition.type}`
    case 'status':
      return `status:${condition.status}`
    case 'total':
      return `total:${printRange(condition.range)}${condition.currency ?? ''}`
    case 'cart':
    case 'customer':
    case 'email':
    case 'product':
    case 'actor':
      return `${condition.field}:${printText(condition.text)}`
    default:
      return `${condition.field}:${printRange(condition.range)}`
  }
}

/** A clause as it is typed. */
export const printClause = ({ negated, condition }: Clause): string =>
  `${negated ? '-' : ''}${printCondition(condition)}`

/** A query as it is typed: parsing it gives the query again. */
export const printCartQuery = (query: CartQuery): string => query.map(printClause).join(' ')
