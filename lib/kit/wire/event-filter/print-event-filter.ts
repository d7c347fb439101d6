import { quote } from '../written'
import type { FilterTerm, HistoryFilter } from './event-filter'

/** A filter as it is written; reading it gives the same filter. */
export const printEventFilter = (filter: HistoryFilter): string => filter.map(printTerm).join(' ')

/** One term as it is written. */
export const printTerm = (term: FilterTerm): string => `${term.negated ? '-' : ''}${printQuestion(term)}`

const printQuestion = (term: FilterTerm): string => {
  switch (term.type) {
    case 'type':
      return `type:${term.types.join(',')}`
    case 'actor':
      return `actor:${term.names.map(printValue).join(',')}`
    case 'subject':
      return `${term.field}:${term.names.map(printValue).join(',')}`
    case 'text':
      return printValue(term.text)
    default:
      return `${term.type}:${term.time}`
  }
}

const bare = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u

const printValue = (value: string): string => (bare.test(value) ? value : quote(value))
