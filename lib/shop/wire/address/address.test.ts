import { describe, expect, it } from 'vitest'
import { countryCodes } from '../countries'
import { addressFieldsOf } from './address-fields'
import { shippingAddress } from './shipping-address'
import { writtenAddress } from './written-address'

const bath = { street: '12 Long Lane', city: 'Bath', state: '', zipCode: 'BA1 1AA', country: 'GB' }
const wrongIn = (address: object) => {
  const parsed = shippingAddress.safeParse(address)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('the fields of an address', () => {
  const namesOf = (country: string) => addressFieldsOf(country).map(({ name }) => name)

  it('are those of its country, in the order they are written there', () => {
    expect(namesOf('US')).toEqual(['street', 'city', 'state', 'zipCode'])
    expect(namesOf('DE')).toEqual(['street', 'zipCode', 'city'])
    expect(namesOf('HK')).toEqual(['street', 'city'])
    expect(namesOf('SG')).toEqual(['street', 'zipCode'])
  })

  it.each(countryCodes)('of %s have a place for all that it needs', (country) => {
    const parsed = shippingAddress.safeParse({ street: '', country })
    const needed = parsed.error?.issues.map(({ path }) => path[0]) ?? []
    expect(needed).toContain('street')
    expect(needed.filter((field) => !namesOf(country).some((name) => name === field))).toEqual([])
  })
})

describe('an address', () => {
  it('is taken with its country by code or name, which stands in it as its code', () => {
    for (const country of ['GB', 'gb', 'United Kingdom', 'Great Britain']) {
      expect(shippingAddress.parse({ ...bath, country })).toEqual(bath)
    }
  })

  it('needs no state or postcode where there is none', () => {
    expect(wrongIn({ street: '1 Queen’s Road', city: 'Central', country: 'Hong Kong' })).toEqual([])
  })

  it('needs what its country needs', () => {
    expect(wrongIn({ street: '', country: 'US' })).toEqual(
      ['street', 'city', 'state', 'zipCode'].map((f) => f),
    )
    expect(wrongIn({ ...bath, country: '' })).toEqual(['country'])
    expect(wrongIn({ ...bath, country: 'Atlantis' })).toEqual(['country'])
  })

  it('takes no postcode of another country', () => {
    expect(wrongIn({ ...bath, country: 'DE' })).toEqual(['zipCode'])
    expect(wrongIn({ ...bath, zipCode: 'ba11aa' })).toEqual([])
  })

  it('has nothing where nothing can be seen', () => {
    expect(wrongIn({ ...bath, street: '\u200b\u2060 ', city: '\u3164\u00ad\u2800' })).toEqual([
      'street',
      'city',
    ])
    expect(shippingAddress.parse({ ...bath, state: ' \u200b' }).state).toBe('')
  })

  it('is written as in its country', () => {
    expect(writtenAddress(bath)).toEqual(['12 Long Lane', 'Bath', 'BA1 1AA', 'United Kingdom'])
    const us = { street: '1 Way', city: 'Town', state: 'CA', zipCode: '90210', country: 'US' }
    expect(writtenAddress(us)).toEqual(['1 Way', 'Town, CA 90210', 'United States'])
  })

  it('of before is written as it was given', () => {
    const old = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '123', country: 'Nowhere' }
    expect(writtenAddress(old)).toEqual(['1 Way', '123 Town', 'TS', 'Nowhere'])
    expect(writtenAddress({ ...bath, state: 'Somerset' })).toContain('Somerset')
  })
})
