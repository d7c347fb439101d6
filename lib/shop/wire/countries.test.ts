import { describe, expect, it } from 'vitest'
import { countryCodes, countryName, countryOf } from './countries'

describe('countries', () => {
  it('are listed once each, and every one has a name', () => {
    expect(new Set(countryCodes).size).toBe(249)
    expect(countryCodes.filter((code) => countryName(code) === code)).toEqual([])
  })

  it('are known by their code and by their English name', () => {
    for (const code of countryCodes) {
      expect([countryOf(code), countryOf(code.toLowerCase()), countryOf(countryName(code))]).toEqual([
        code,
        code,
        code,
      ])
    }
  })

  it.each([
    ['Hong Kong', 'HK'],
    [' u.s.a. ', 'US'],
    ['UK', 'GB'],
    ['cote d’ivoire', 'CI'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Atlantis', undefined],
    ['XX', undefined],
    ['', undefined],
  ])('%j is %s', (written, code) => {
    expect(countryOf(written)).toBe(code)
  })
})
