import { matchAt, named, unquote } from '../written'
import type { FilterQuestion, FilterTerm, HistoryFilter } from './event-filter'
import { type FilterLanguage, filterFields } from './filter-language'
import { timeSpanOf } from './time-span'

/** Why a text is no filter: what stands where. */
export interface FilterProblem {
  readonly type: 'UnknownField' | 'UnknownType' | 'NoTime' | 'NoValue' | 'UnclosedQuote' | 'TooLong'
  readonly at: number
  readonly found: string
  /** What could stand there, where that is one of several. */
  readonly options?: readonly string[]
}

export type ParsedFilter = { readonly type: 'parsed'; readonly filter: HistoryFilter } | FilterProblem

/** Longer ones aren't read. */
export const maxFilterLength = 500

const blank = /\s*/y
const fieldName = /([a-z]+):/iy
const item = String.raw`(?:"(?:[^"\\]|\\.)*"|[^\s",]+)`
const list = new RegExp(`${item}(?:,${item})*`, 'y')
const word = /"(?:[^"\\]|\\.)*"|[^\s"]+/y

/** Reads a filter like `type:NoteWritten,NoteTaken -actor:staff note:tea after:2011-01 "too long"`. */
export const parseEventFilter = (text: string, language: FilterLanguage): ParsedFilter => {
  if (text.length > maxFilterLength) return { type: 'TooLong', at: maxFilterLength, found: '' }
  const filter: FilterTerm[] = []
  let at = matchAt(blank, text, 0)?.[0].length ?? 0
  while (at < text.length) {
    const read = readTerm(text, at, language)
    if (read.type !== 'read') return read
    filter.push(read.term)
    at = read.end + (matchAt(blank, text, read.end)?.[0].length ?? 0)
  }
  return { type: 'parsed', filter }
}

type ReadTerm = { readonly type: 'read'; readonly term: FilterTerm; readonly end: number } | FilterProblem

const readTerm = (text: string, start: number, language: FilterLanguage): ReadTerm => {
  const negated = text[start] === '-' && /\S/.test(text[start + 1] ?? ' ')
  const at = negated ? start + 1 : start
  const prefix = matchAt(fieldName, text, at)?.[0]
  const begins = at + (prefix?.length ?? 0)
  const field = prefix?.slice(0, -1).toLowerCase()
  const options = filterFields(language)
  if (field !== undefined && !options.includes(field))
    return { type: 'UnknownField', at, found: field, options }
  const value = matchAt(field ? list : word, text, begins)?.[0]
  if (value === undefined)
    return { type: text[begins] === '"' ? 'UnclosedQuote' : 'NoValue', at: begins, found: field ?? '' }
  const end = begins + value.length
  const values = field ? valuesOf(value) : [unquoted(value)]
  if (values.some((each) => each.trim() === '')) return { type: 'NoValue', at: begins, found: field ?? '' }
  const question = questionOf(field, values, begins, language)
  return 'found' in question ? question : { type: 'read', term: { ...question, negated }, end }
}

const questionOf = (
  field: string | undefined,
  values: readonly string[],
  at: number,
  { eventNames, subjects }: FilterLanguage,
): FilterQuestion | FilterProblem => {
  const [value = ''] = values
  if (field === undefined) return { type: 'text', text: value }
  if (field === subjects?.field) return { type: 'subject', field, names: values }
  switch (field) {
    case 'type':
      return typesNamed(values, at, eventNames)
    case 'actor':
      return { type: field, names: values }
    case 'after':
    case 'before':
    case 'at':
      if (values.length === 1 && timeSpanOf(value)) return { type: field, time: value }
  }
  return { type: 'NoTime', at, found: values.join(',') }
}

const typesNamed = (
  names: readonly string[],
  at: number,
  options: readonly string[],
): FilterQuestion | FilterProblem => {
  const types: string[] = []
  for (const name of names) {
    const known = named(options, name)
    if (known === undefined) return { type: 'UnknownType', at, found: name, options }
    types.push(known)
  }
  return { type: 'type', types }
}

const valuesOf = (value: string): string[] => (value.match(new RegExp(item, 'g')) ?? []).map(unquoted)

const unquoted = (value: string): string => (value.startsWith('"') ? unquote(value) : value)
