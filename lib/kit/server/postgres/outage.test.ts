import { describe, expect, it } from 'vitest'
import { isOutage, outageOf } from './outage'

describe('isOutage', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    '57P01',
    '57P02',
    '57P03',
    '53100',
    '53300',
    '25006',
    '25P03',
    '08006',
    'P1001',
    'P2024',
  ])('knows %s', (code) => {
    expect(isOutage({ code })).toBe(true)
  })

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
  ])('knows what node-postgres says without a code: %s', (message) => {
    expect(isOutage(new Error(message))).toBe(true)
  })

  it('tells a full disk and a database that takes no writes from one that is gone', () => {
    const kinds = ['53100', '25006', 'ECONNREFUSED'].map((code) => outageOf({ cause: { code } }))
    expect(kinds).toEqual(['NotWritable', 'ReadOnly', 'NoAnswer'])
  })

  it.each(['23505', 'P2002', '22P05', '42P01', 42, undefined])('does not take %s for one', (code) => {
    expect(isOutage({ code })).toBe(false)
  })

  it.each(['', 'oops', 'A note for Connection terminated', 'Query read'])(
    'does not take other messages for one: %s',
    (message) => {
      expect(isOutage(new Error(message))).toBe(false)
    },
  )

  it('looks through causes, also circular ones', () => {
    expect(
      isOutage({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }),
    ).toBe(true)
    const circular: { cause?: unknown } = {}
    circular.cause = circular
    expect(isOutage(circular)).toBe(false)
  })

  it('looks into errors that come together, as for the addresses of a name', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    expect(isOutage(new AggregateError([refused, refused]))).toBe(true)
    expect(isOutage(new AggregateError([new Error('oops')]))).toBe(false)
  })
})
