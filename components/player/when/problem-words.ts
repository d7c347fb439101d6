import type { ConditionProblem, Expected } from '@/lib/kit/wire/condition/condition-problem'

const words: Readonly<Record<Expected, string>> = {
  condition: 'a condition',
  value: 'a value',
  operator: 'one of = != < <= > >=',
  equality: '= or !=',
  number: 'a number',
  word: 'a word that it can be',
  literal: 'a number or a text in quotes',
  argument: 'a name in quotes, or an id',
  field: 'the name of a field',
  '(': '(',
  ')': ')',
  'and, or': 'and, or, or nothing more',
}

/** What is wrong with a condition, told to who wrote it: in the words of the stream's type where it has some. */
export const problemWords = ({ found, expected, hint }: ConditionProblem): string => {
  if (typeof expected === 'object') return `Too long: at most ${expected.atMost} characters are read.`
  const wanted = hint ?? words[expected]
  return found === '' ? `Something is missing: ${wanted}.` : `Here should stand ${wanted}.`
}
