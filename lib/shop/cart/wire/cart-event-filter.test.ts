import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Actor } from '../../../kit/events/recorded-event'
import type { FilterTerm, HistoryFilter } from '../../../kit/wire/event-filter/event-filter'
import { matchesEvent } from '../../../kit/wire/event-filter/matches-event'
import { parseEventFilter } from '../../../kit/wire/event-filter/parse-event-filter'
import { printEventFilter } from '../../../kit/wire/event-filter/print-event-filter'
import type { ScannedEvent } from '../../../kit/wire/scan'
import { cartCreated, itemAdded } from '../../testing/events'
import type { CartEvent } from '../events'
import { searchableCart } from './searchable-cart'

const { subjects } = searchableCart

const scanned = (event: CartEvent, at: string, actor: Actor): ScannedEvent => ({
  ...event,
  version: 1,
  at: Date.parse(at),
  actor,
})
const guest: Actor = { kind: 'guest', id: 'Ab12-34' }
const created = scanned(cartCreated('ann'), '2011-01-01T00:00:00Z', guest)
const added = scanned(itemAdded('mug', 2), '2011-01-31T23:59:59.999Z', guest)
const removed = scanned(
  { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'Far too dear' } },
  '2011-02-01T10:30:15Z',
  { kind: 'staff', id: 'bob' },
)
const names = new Map([['mug', 'The mug']])

const found = (text: string): string[] => {
  const parsed = parseEventFilter(text, searchableCart)
  if (parsed.type !== 'parsed') throw new Error(`${text}: ${JSON.stringify(parsed)}`)
  const matches = matchesEvent(parsed.filter, subjects, (productId) => names.get(productId))
  return [created, added, removed].filter(matches).map(({ type }) => type)
}

test.each<[string, string[]]>([
  ['', ['CartCreated', 'ItemAdded', 'ItemRemoved']],
  ['type:ItemAdded', ['ItemAdded']],
  ['type:itemadded,ITEMREMOVED', ['ItemAdded', 'ItemRemoved']],
  ['-type:CartCreated', ['ItemAdded', 'ItemRemoved']],
  ['actor:staff', ['ItemRemoved']],
  ['actor:AB12', ['CartCreated', 'ItemAdded']],
  ['actor:staff,guest', ['CartCreated', 'ItemAdded', 'ItemRemoved']],
  ['product:mug', ['ItemAdded', 'ItemRemoved']],
  ['product:"the MUG"', ['ItemAdded', 'ItemRemoved']],
  ['-product:mug', ['CartCreated']],
  ['after:2011-02', ['ItemRemoved']],
  ['before:2011-02', ['CartCreated', 'ItemAdded']],
  ['at:2011-01', ['CartCreated', 'ItemAdded']],
  ['at:2011-01-31', ['ItemAdded']],
  ['at:2011-01-31T23', ['ItemAdded']],
  ['at:2011-02-01T10:30', ['ItemRemoved']],
  ['at:2011-02-01T10:30:15Z', ['ItemRemoved']],
  ['at:2011-02-01T10:30:16', []],
  ['at:2011', ['CartCreated', 'ItemAdded', 'ItemRemoved']],
  ['dear', ['ItemRemoved']],
  ['"too dear"', ['ItemRemoved']],
  ['"dear too"', []],
  ['dear far', ['ItemRemoved']],
  ['-dear mug', ['ItemAdded']],
  ['usd', ['ItemAdded']],
  ['1599', ['ItemAdded']],
  ['productname', []],
])('%s finds %j', (text, types) => {
  expect(found(text)).toEqual(types)
})

describe('a problem says what stands where', () => {
  it.each([
    ['typ:ItemAdded', 'UnknownField', 0, 'typ'],
    ['mug -type:Added', 'UnknownType', 10, 'Added'],
    ['after:2011-02-30', 'NoTime', 6, '2011-02-30'],
    ['at:noon', 'NoTime', 3, 'noon'],
    ['at:2011,2012', 'NoTime', 3, '2011,2012'],
    ['type:', 'NoValue', 5, 'type'],
    ['""', 'NoValue', 0, ''],
    ['"too', 'UnclosedQuote', 0, ''],
    ['m'.repeat(501), 'TooLong', 500, ''],
  ])('%s', (text, type, at, what) => {
    const { options, ...told } = { options: undefined, ...parseEventFilter(text, searchableCart) }
    expect(told).toEqual({ type, at, found: what })
  })
})

it('tells what could stand there, where that is one of several', () => {
  expect(parseEventFilter('typ:x', searchableCart)).toMatchObject({
    options: ['type', 'actor', 'product', 'after', 'before', 'at'],
  })
  expect(parseEventFilter('type:Added', searchableCart)).toMatchObject({
    options: searchableCart.eventNames,
  })
})

const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '')
const namesOf = fc.array(name, { minLength: 1, maxLength: 3 })
const negated = fc.boolean()
const term: fc.Arbitrary<FilterTerm> = fc.oneof(
  fc.record({
    type: fc.constant('type' as const),
    types: fc.array(fc.constantFrom('ItemAdded' as const, 'CartCreated' as const), {
      minLength: 1,
      maxLength: 2,
    }),
    negated,
  }),
  fc.record({ type: fc.constant('actor' as const), names: namesOf, negated }),
  fc.record({
    type: fc.constant('subject' as const),
    field: fc.constant('product'),
    names: namesOf,
    negated,
  }),
  fc.record({
    type: fc.constantFrom('after' as const, 'before' as const, 'at' as const),
    time: fc.constantFrom('2011', '2011-02-28', '2011-01-01T00:00'),
    negated,
  }),
  fc.record({ type: fc.constant('text' as const), text: name, negated }),
)
const filter: fc.Arbitrary<HistoryFilter> = fc
  .array(term, { maxLength: 5 })
  .filter((terms) => printEventFilter(terms).length <= 500)

describe('any filter', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(filter, (terms) => {
        expect(parseEventFilter(printEventFilter(terms), searchableCart)).toEqual({
          type: 'parsed',
          filter: terms,
        })
      }),
    )
  })

  it('finds of its terms one by one what it finds at once, and their negations the rest', () => {
    fc.assert(
      fc.property(filter, fc.constantFrom(created, added, removed), (terms, event) => {
        const one = (each: FilterTerm) => matchesEvent([each], subjects, (id) => names.get(id))(event)
        expect(matchesEvent(terms, subjects, (id) => names.get(id))(event)).toBe(terms.every(one))
        for (const each of terms) expect(one({ ...each, negated: !each.negated })).toBe(!one(each))
      }),
    )
  })

  it('is refused as a value whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const parsed = parseEventFilter(text, searchableCart)
        if (parsed.type !== 'parsed') expect(parsed.at).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
