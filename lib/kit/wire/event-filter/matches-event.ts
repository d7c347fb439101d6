import { exhaustive } from '../../kernel/exhaustive'
import type { ScannedEvent } from '../scan'
import type { EventFilter, FilterTerm } from './event-filter'
import { type TimeSpan, timeSpanOf } from './time-span'

/** What a product was called when it was first added: later events only have its id. */
export type NameOf = (productId: string) => string | undefined

type Matches = (event: ScannedEvent) => boolean

/** Makes a filter ready to be asked of many events. */
export const matchesEvent = (filter: EventFilter, nameOf: NameOf): Matches => {
  const terms = filter.map((term): Matches => {
    const matches = matchesTerm(term, nameOf)
    return term.negated ? (event) => !matches(event) : matches
  })
  return (event) => terms.every((matches) => matches(event))
}

const matchesTerm = (term: FilterTerm, nameOf: NameOf): Matches => {
  switch (term.type) {
    case 'type':
      return ({ type }) => term.types.includes(type)
    case 'actor': {
      const names = term.names.map(lower)
      return ({ actor }) => names.some((name) => actor.kind === name || lower(actor.id).startsWith(name))
    }
    case 'product': {
      const names = term.names.map(lower)
      return (event) => isOfProduct(event, names, nameOf)
    }
    case 'after':
    case 'before':
    case 'at':
      return inTime(term.type, timeSpanOf(term.time))
    case 'text': {
      const text = lower(term.text)
      return (event) => payloadText(event, nameOf).includes(text)
    }
    default:
      return exhaustive(term)
  }
}

const inTime = (type: 'after' | 'before' | 'at', span: TimeSpan | undefined): Matches => {
  if (!span) return () => false
  if (type === 'after') return ({ at }) => at >= span.from
  if (type === 'before') return ({ at }) => at < span.from
  return ({ at }) => at >= span.from && at < span.until
}

const isOfProduct = ({ data }: ScannedEvent, names: readonly string[], nameOf: NameOf): boolean => {
  if (!('productId' in data)) return false
  const id = lower(data.productId)
  const productName = lower('productName' in data ? data.productName : (nameOf(data.productId) ?? ''))
  return names.some((name) => id === name || productName.includes(name))
}

/** All that an event's payload says, and its product's name, a value on each line. */
const payloadText = ({ data }: ScannedEvent, nameOf: NameOf): string => {
  const values: string[] = []
  collect(data, values)
  if ('productId' in data && !('productName' in data)) values.push(nameOf(data.productId) ?? '')
  return lower(values.join('\n'))
}

const collect = (value: unknown, into: string[]): void => {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, into)
  else into.push(String(value))
}

const lower = (text: string): string => text.toLowerCase()
