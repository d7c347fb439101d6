import { exhaustive } from '../../kernel/exhaustive'
import { type FilterProblem, maxFilterLength } from './parse-event-filter'

/** What is wrong with a filter, told to who wrote it. */
export const filterProblemWords = ({ type, found, options = [] }: FilterProblem): string => {
  switch (type) {
    case 'UnknownField':
      return `There is no “${found}:”. Use ${options.map((field) => `${field}:`).join(' ')} or put it in quotes.`
    case 'UnknownType':
      return `No event is called “${found}”. There are ${options.join(', ')}.`
    case 'NoTime':
      return `“${found}” is no time. Write 2011, 2011-01, 2011-01-05 or 2011-01-05T10:30 (UTC).`
    case 'NoValue':
      return found === '' ? 'There is nothing between the quotes.' : `Say what “${found}:” should be.`
    case 'UnclosedQuote':
      return 'A quote is open; close it with ".'
    case 'TooLong':
      return `Too long: at most ${maxFilterLength} characters are read.`
    default:
      return exhaustive(type)
  }
}
