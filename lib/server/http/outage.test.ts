import { describe, expect, it } from 'vitest'
import { isOutage } from './outage'

describe('isOutage', () => {
  it.each(['ECONNREFUSED', '57P01', '53300', '08006', 'P1001', 'P2024'])('knows %s', (code) => {
    expect(isOutage({ code })).toBe(true)
  })

  it.each(['23505', 'P2002', '22P05', 42, undefined])('does not take %s for one', (code) => {
    expect(isOutage({ code })).toBe(false)
  })

  it('looks through causes, also circular ones', () => {
    expect(
      isOutage({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }),
    ).toBe(true)
    const circular: { cause?: unknown } = {}
    circular.cause = circular
    expect(isOutage(circular)).toBe(false)
  })
})
