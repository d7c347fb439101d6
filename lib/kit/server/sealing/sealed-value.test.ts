import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataKey } from './data-keys'
import { isSealed, openValue, sealValue } from './sealed-value'

const key: DataKey = { id: 'key-1', person: 'ada', kind: 'profile', secret: Buffer.alloc(32, 'a') }
const place = ['event-1', 'address', 'city']

const changed = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

describe('a sealed value', () => {
  it('opens with its key at its place, and says nothing of itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sealed = sealValue(key, value, place)
        expect(isSealed(JSON.parse(JSON.stringify(sealed)))).toBe(true)
        expect(openValue(key, sealed, place)).toEqual({ value: JSON.parse(JSON.stringify(value)) })
      }),
    )
    expect(JSON.stringify(sealValue(key, '10 Downing Street', place))).not.toContain('Downing')
  })

  it('is another each time', () => {
    const texts = Array.from({ length: 100 }, () => sealValue(key, 'the same', place).text)
    expect(new Set(texts).size).toBe(100)
  })

  const sealed = sealValue(key, 'Rome', place)
  it.each([
    ['in another event', ['event-2', 'address', 'city']],
    ['at another field', ['event-1', 'address', 'state']],
    ['at a path that only looks the same', ['event-1', 'address.city']],
  ])('does not open %s', (_, elsewhere) => {
    expect(openValue(key, sealed, elsewhere)).toBeUndefined()
  })

  it.each([
    ['its text was changed', { ...sealed, text: changed(sealed.text) }],
    ['its text was cut', { ...sealed, text: sealed.text.slice(0, 10) }],
    ['its nonce was changed', { ...sealed, nonce: sealValue(key, 'Rome', place).nonce }],
    ['its nonce was cut', { ...sealed, nonce: '' }],
  ])('does not open when %s', (_, broken) => {
    expect(openValue(key, broken, place)).toBeUndefined()
  })

  it('does not open with another key', () => {
    expect(openValue({ secret: Buffer.alloc(32, 'b') }, sealed, place)).toBeUndefined()
  })

  it.each([
    [undefined],
    [null],
    ['sealed'],
    [[sealed]],
    [{ ...sealed, $sealed: 2 }],
    [{ ...sealed, nonce: 1 }],
    [{ ...sealed, more: '' }],
    [{ $sealed: 1, key: '', nonce: '' }],
  ])('is not %j', (other) => {
    expect(isSealed(other)).toBe(false)
  })
})
