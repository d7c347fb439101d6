import type { CartEventType } from '../../../shop/cart/events'
import { matchAt, unquote } from '../written'
import type { EventFilter, FilterQuestion, FilterTerm } from './event-filter'
import { cartEventTypeNames } from './event-type-names'
import { timeSpanOf } from './time-span'

export const filterFields = ['type', 'actor', 'product', 'after', 'before', 'at'] as const
type Field = (typeof filterFields)[number]

/** Why a text is no filter: what stands where. */
export interface FilterProblem {
  readonly type: 'UnknownField' | 'UnknownType' | 'NoTime' | 'NoValue' | 'UnclosedQuote' | 'TooLong'
  readonly at: number
  readonly found: string
}

export type ParsedFilter = { readonly type: 'parsed'; readonly filter: EventFilter } | FilterProblem

/** Longer ones aren't read. */
export const maxFilterLength = 500

const blank = /\s*/y
const fieldName = /([a-z]+):/iy
const item = String.raw`(?:"(?:[^"\\]|\\.)*"|[^\s",]+)`
const list = new RegExp(`${item}(?:,${item})*`, 'y')
const word = /"(?:[^"\\]|\\.)*"|[^\s"]+/y

/** Reads a filter like `type:ItemAdded,ItemRemoved -actor:staff product:mug after:2011-01 "too dear"`. */
export const parseEventFilter = (text: string): ParsedFilter => {
  if (text.length > maxFilterLength) return { type: 'TooLong', at: maxFilterLength, found: '' }
  const filter: FilterTerm[] = []
  let at = matchAt(blank, text, 0)?.[0].length ?? 0
  while (at < text.length) {
    const read = readTerm(text, at)
    if (read.type !== 'read') return read
    filter.push(read.term)
    at = read.end + (matchAt(blank, text, read.end)?.[0].length ?? 0)
  }
  return { type: 'parsed', filter }
}

type ReadTerm = { readonly type: 'read'; readonly term: FilterTerm; readonly end: number } | FilterProblem

const readTerm = (text: string, start: number): ReadTerm => {
  const negated = text[start] === '-' && /\S/.test(text[start + 1] ?? ' ')
  const at = negated ? start + 1 : start
  const named = matchAt(fieldName, text, at)?.[0]
  const begins = at + (named?.length ?? 0)
  const field = named?.slice(0, -1).toLowerCase()
  if (field !== undefined && !isField(field)) return { type: 'UnknownField', at, found: field }
  const value = matchAt(field ? list : word, text, begins)?.[0]
  if (value === undefined)
    return { type: text[begins] === '"' ? 'UnclosedQuote' : 'NoValue', at: begins, found: field ?? '' }
  const end = begins + value.length
  const values = field ? valuesOf(value) : [unquoted(value)]
  if (values.some((each) => each.trim() === '')) return { type: 'NoValue', at: begins, found: field ?? '' }
  const question = questionOf(field, values, begins)
  return 'found' in question ? question : { type: 'read', term: { ...question, negated }, end }
}

const questionOf = (
  field: Field | undefined,
  values: readonly string[],
  at: number,
): FilterQuestion | FilterProblem => {
  const [value = ''] = values
  switch (field) {
    case undefined:
      return { type: 'text', text: value }
    case 'type': {
      const types = values.map(typeNamed)
      const unknown = types.indexOf(undefined)
      if (unknown >= 0) return { type: 'UnknownType', at, found: values[unknown] ?? '' }
      return { type: 'type', types: types as CartEventType[] }
    }
    case 'actor':
    case 'product':
      return { type: field, names: values }
    default:
      return values.length === 1 && timeSpanOf(value)
        ? { type: field, time: value }
        : { type: 'NoTime', at, found: values.join(',') }
  }
}

const isField = (name: string): name is Field => filterFields.some((field) => field === name)

const typeNamed = (name: string): CartEventType | undefined =>
  cartEventTypeNames.find((type) => type.toLowerCase() === name.toLowerCase())

const valuesOf = (value: string): string[] => (value.match(new RegExp(item, 'g')) ?? []).map(unquoted)

const unquoted = (value: string): string => (value.startsWith('"') ? unquote(value) : value)
