import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartEventTypes } from '../cart-event-types'
import { cartStatuses } from '../cart-list'
import { spanOf } from './moments'
import { parseCartQuery } from './parse'
import { printCartQuery } from './print'
import {
  type Clause,
  countFields,
  maxClauses,
  type SearchCondition,
  textFields,
  timeFields,
  type ValueRange,
} from './query'

const parsed = (text: string): Clause[] => {
  const answer = parseCartQuery(text)
  if (answer.type === 'invalid') throw new Error(`${answer.message} at ${answer.at}`)
  return [...answer.query]
}
const condition = (text: string): SearchCondition | undefined => parsed(text)[0]?.condition

describe('a query for carts', () => {
  it('is words, phrases and fields, all of which have to hold', () => {
    expect(parsed(' mug "changed my mind"  -status:CHECKEDOUT email:ann@example.com ')).toEqual([
      { negated: false, condition: { field: 'words', text: 'mug' } },
      { negated: false, condition: { field: 'words', text: 'changed my mind' } },
      { negated: true, condition: { field: 'status', status: 'checkedOut' } },
      { negated: false, condition: { field: 'email', text: 'ann@example.com' } },
    ])
    expect(parsed('  ')).toEqual([])
  })

  it.each([
    ['product:"Coffee \\"Mug\\""', { field: 'product', text: 'Coffee "Mug"' }],
    ['"-a:b"', { field: 'words', text: '-a:b' }],
    ['10:30', { field: 'words', text: '10:30' }],
    ['event:itemremoved', { field: 'event', type: 'ItemRemoved' }],
    ['total:>50', { field: 'total', range: { op: '>', value: '50' }, currency: undefined }],
    ['total:=012.50', { field: 'total', range: { op: '=', value: '12.5' }, currency: undefined }],
    ['total:£20..100', { field: 'total', range: { op: '..', from: '20', to: '100' }, currency: 'GBP' }],
    ['total:20usd..100USD', { field: 'total', range: { op: '..', from: '20', to: '100' }, currency: 'USD' }],
    ['total:..0.10', { field: 'total', range: { op: '<=', value: '0.1' }, currency: undefined }],
    ['items:3..', { field: 'items', range: { op: '>=', value: '3' } }],
    [
      'created:2011-01..2011-02-01',
      { field: 'created', range: { op: '..', from: '2011-01', to: '2011-02-01' } },
    ],
    ['updated:>=2026-11-21t14:30z', { field: 'updated', range: { op: '>=', value: '2026-11-21T14:30' } }],
  ])('%s', (text, expected) => {
    expect(condition(text)).toEqual(expected)
  })

  it.each([
    ['mug colour:red', 4, 7, 'no field colour'],
    ['mug "never closed', 4, 13, 'never closed'],
    ['"a"b', 3, 1, 'a space'],
    ['mug - tea', 4, 1, 'Nothing follows'],
    ['status:', 0, 7, 'Say what status'],
    ['-status:lost', 8, 4, 'never lost'],
    ['event:Exploded', 6, 8, 'no event Exploded'],
    ['total:>much', 7, 4, 'no amount'],
    ['total:1.2.3', 6, 5, 'no amount'],
    ['total:20..x', 10, 1, 'no amount'],
    ['total:100..20', 6, 7, 'comes before'],
    ['total:..', 6, 2, 'begins or ends'],
    ['total:1USD..2GBP', 6, 10, 'one currency'],
    ['items:1.5', 6, 3, 'no whole number'],
    ['created:2011-02-30', 8, 10, 'no time'],
    ['created:>', 9, 0, 'no time'],
    ['created:2012..2011', 8, 10, 'comes before'],
    ['created:"yester day"', 8, 12, 'no time'],
    ['x'.repeat(301), 300, 1, 'at most 300'],
    ['a '.repeat(maxClauses + 1), 2 * maxClauses, 1, `at most ${maxClauses}`],
  ])('%s is refused where it is wrong', (text, at, length, message) => {
    expect(parseCartQuery(text)).toEqual({
      type: 'invalid',
      at,
      length,
      message: expect.stringContaining(message),
    })
  })
})

describe('a moment', () => {
  it.each([
    ['2011', '2011-01-01T00:00:00.000Z', '2012-01-01T00:00:00.000Z'],
    ['2011-12', '2011-12-01T00:00:00.000Z', '2012-01-01T00:00:00.000Z'],
    ['2012-02-28', '2012-02-28T00:00:00.000Z', '2012-02-29T00:00:00.000Z'],
    ['2026-11-21T23:59', '2026-11-21T23:59:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21T14:30:05', '2026-11-21T14:30:05.000Z', '2026-11-21T14:30:06.000Z'],
    ['2026-11-21T14:30:05.1', '2026-11-21T14:30:05.100Z', '2026-11-21T14:30:05.200Z'],
    ['2026-11-21T14:30:05.123', '2026-11-21T14:30:05.123Z', '2026-11-21T14:30:05.124Z'],
  ])('%s is all of it', (text, start, end) => {
    expect(spanOf(text)).toEqual({ start, end })
  })

  it.each([
    '0000',
    '9999',
    '2011-13',
    '2011-1',
    '2011-02-29',
    '2026-11-21T24:00',
    '2026-11-21T',
    '-2011',
    '',
  ])('%s is none', (text) => {
    expect(spanOf(text)).toBeUndefined()
  })
})

const texts = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('-mug', 'a:b', '"', '\\', 'a b', '"a" b\\', ' ', '..', 'total:>5'),
)
const op = fc.constantFrom<Exclude<ValueRange['op'], '..'>>('=', '>', '>=', '<', '<=')
const rangeOver = (sorted: fc.Arbitrary<[string, string]>): fc.Arbitrary<ValueRange> =>
  fc.oneof(
    fc.record({ op, value: sorted.map(([value]) => value) }),
    sorted.map(([from, to]) => ({ op: '..' as const, from, to })),
  )
const numbers = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const counts = numbers(999_999_999).map(([a, b]): [string, string] => [`${a}`, `${b}`])
const amounts = numbers(10_000_000).map(([a, b]): [string, string] => [`${a / 100}`, `${b / 100}`])
const moments = fc
  .tuple(
    fc.date({ min: new Date('1000-01-01'), max: new Date('9990-12-31'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10, 16, 19, 23),
    fc.nat(1_000),
  )
  .map(([date, length, days]): [string, string] => {
    const later = new Date(date.getTime() + days * 86_400_000)
    return [date.toISOString().slice(0, length), later.toISOString().slice(0, length)]
  })

const conditions: fc.Arbitrary<SearchCondition> = fc.oneof(
  fc.record({ field: fc.constant('words' as const), text: texts }),
  fc.record({ field: fc.constantFrom(...textFields), text: texts }),
  fc.record({
    field: fc.constant('event' as const),
    type: fc.constantFrom(...(Object.keys(cartEventTypes) as (keyof typeof cartEventTypes)[])),
  }),
  fc.record({ field: fc.constant('status' as const), status: fc.constantFrom(...cartStatuses) }),
  fc.record({
    field: fc.constant('total' as const),
    range: rangeOver(amounts),
    currency: fc.constantFrom('USD', 'JPY', undefined),
  }),
  fc.record({ field: fc.constantFrom(...countFields), range: rangeOver(counts) }),
  fc.record({ field: fc.constantFrom(...timeFields), range: rangeOver(moments) }),
)
const queries = fc.array(fc.record({ negated: fc.boolean(), condition: conditions }), { maxLength: 6 })

describe('laws', () => {
  it('what is printed reads the same', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parsed(printCartQuery(query))).toEqual(query)
      }),
      {
        numRuns: 1_000,
      },
    )
  })

  it('whatever is typed is either read, and prints to what reads the same, or refused within it', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            'total:',
            '>',
            '..',
            '5',
            '-',
            '"',
            ' ',
            'a',
            'status:',
            'active',
            'created:',
            '2011',
            '£',
          ),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parseCartQuery(text)
        if (answer.type === 'parsed') expect(parsed(printCartQuery(answer.query))).toEqual(answer.query)
        else expect(answer.at + answer.length).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2_000 },
    )
  })
})
