import type { FieldProblem } from '../../wire/problem'
import { malformed, type Parsed } from './malformed'

/**
 * A query's fields. Blank ones count as left out; one given twice is ambiguous, and one that nobody reads may be a
 * slip of the pen that would change the answer: both are refused.
 */
export const readQuery = (search: string, known: readonly string[]): Parsed<Record<string, string>> => {
  const sent = [...new URLSearchParams(`?${search}`)]
  const names = sent.map(([name]) => name)
  const errors = [...new Set(names)].flatMap((field): FieldProblem[] => {
    if (!known.includes(field)) return [{ field, message: unknown(known) }]
    return names.filter((name) => name === field).length > 1 ? [{ field, message: 'must be given once' }] : []
  })
  if (errors.length > 0) return malformed(errors)
  return { type: 'parsed', value: Object.fromEntries(sent.filter(([, value]) => value.trim() !== '')) }
}

const unknown = (known: readonly string[]): string =>
  known.length === 0
    ? 'is not known: this takes no parameters'
    : `is not known: this takes ${known.join(', ')}`
