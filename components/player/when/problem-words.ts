import type { ConditionProblem } from '@/lib/kit/wire/condition/condition-problem'
import type { SearchView } from '../view/search-view'

/** What may stand somewhere, whatever the stream. */
const usual: SearchView['expected'] = {
  operator: 'one of = != < <= > >=',
  equality: '= or !=',
  number: 'a number',
  literal: 'a number or a text in quotes',
  field: 'the name of a field',
}

/** What is wrong with a condition, told to who wrote it. */
export const problemWords = (
  { found, expected }: ConditionProblem,
  ofStream: SearchView['expected'],
): string => {
  if (typeof expected === 'object') return `Too long: at most ${expected.atMost} characters are read.`
  const wanted = ofStream[expected] ?? usual[expected] ?? expected
  return found === '' ? `Something is missing: ${wanted}.` : `Here should stand ${wanted}.`
}
