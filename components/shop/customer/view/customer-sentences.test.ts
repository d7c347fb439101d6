import { expect, it } from 'vitest'
import { erased } from '@/lib/kit/kernel/erased'
import type { CustomerEvent } from '@/lib/shop/customer/events'
import { customerRunSentence, customerSentence } from './customer-sentences'

/** Without the marks that keep a name's direction to itself. */
const told = (event: CustomerEvent) => customerSentence(event).replace(/[\u2066-\u2069]/g, '')

it.each<[CustomerEvent, string]>([
  [
    { type: 'CustomerSignedUp', data: { name: 'Ada', email: 'ada@example.com' } },
    'Ada signed up with ada@example.com',
  ],
  [{ type: 'EmailChanged', data: { email: erased } }, 'Signs in with what was erased'],
  [{ type: 'PhoneChanged', data: {} }, 'Has no phone number any more'],
  [{ type: 'AddressChanged', data: { address: erased } }, 'Has things sent to an address that was erased'],
  [{ type: 'CustomerDeactivated', data: { reason: 'Asked us to' } }, 'Deactivated: Asked us to'],
  [{ type: 'RemindersStopped', data: { by: 'link' } }, 'Is reminded of nothing, said by the link in a mail'],
])('%o is told in words', (event, words) => {
  expect(told(event)).toBe(words)
})

it('what happened again and again is told by its kind', () => {
  expect(customerRunSentence(3, { type: 'NameChanged', data: { name: 'Ada' } })).toBe('Name changed 3 times')
})
