import { expect, it } from 'vitest'
import { erased } from '@/lib/kit/kernel/erased'
import { addressText } from './address-text'

it('is the address in one line, or says that it was erased', () => {
  const address = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '123', country: 'US' }
  expect(addressText(address)).toBe('1 Way, Town, TS 123, United States')
  expect(addressText(erased)).toBe('an address that was erased')
})
