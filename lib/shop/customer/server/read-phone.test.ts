import { expect, it } from 'vitest'
import { readPhone } from './read-phone'

it.each([
  ['+44 20 7946 0958', undefined, '+442079460958'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['(089) 123-456 78', 'DE', '+498912345678'],
  ['+1 213 373 4253', 'DE', '+12133734253'],
])('%s, dialled in %s, is %s', (written, country, number) => {
  expect(readPhone(written, country)).toBe(number)
})

it.each([
  ['020 7946 0958', undefined],
  ['12', 'GB'],
  ['call +44 20 7946 0958 at night', undefined],
  ['020 7946 0958', 'AQ'],
  ['nobody', 'GB'],
])('%s, dialled in %s, is no number', (written, country) => {
  expect(readPhone(written, country)).toBeUndefined()
})
