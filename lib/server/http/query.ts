import type { FieldError } from '../../protocol/problem'
import { malformed, type Parsed } from './malformed'

/** A query's fields. Blank ones count as left out; one given twice is ambiguous and refused. */
export const readQuery = (search: URLSearchParams): Parsed<Record<string, string>> => {
  const names = [...search.keys()]
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  if (repeated.size > 0) {
    return malformed([...repeated].map((field): FieldError => ({ field, message: 'must be given once' })))
  }
  return { type: 'parsed', value: Object.fromEntries([...search].filter(([, value]) => value.trim() !== '')) }
}
