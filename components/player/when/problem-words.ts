import type { ConditionProblem, Expected } from '@/lib/kit/wire/condition/condition-problem'

const words: Readonly<Record<Expected, string>> = {
  condition: 'a condition, like total > 50, has("…"), quantity("…") >= 2, lines = 0 or status = active',
  value: 'total, count, lines, status, quantity("…"), price("…") or a path like items[…].quantity',
  operator: 'one of = != < <= > >=',
  equality: '= or !=',
  number: 'a number',
  status: 'one of none, active, checkedOut, abandoned',
  literal: 'a number or a text in quotes',
  product: 'a product’s name in quotes, or its id',
  field: 'the name of a field',
  '(': '( and a product',
  ')': ')',
  'and, or': 'and, or, or nothing more',
}

/** What is wrong with a condition, told to who wrote it. */
export const problemWords = ({ found, expected }: ConditionProblem): string => {
  if (typeof expected === 'object') return `Too long: at most ${expected.atMost} characters are read.`
  const wanted = words[expected]
  return found === '' ? `Something is missing: ${wanted}.` : `Here should stand ${wanted}.`
}
