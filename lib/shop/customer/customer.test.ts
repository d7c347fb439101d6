import { expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { customer } from './customer'
import type { CustomerImported } from './events'

const data = { source: 'retail.csv', customerNumber: '17850', country: 'United Kingdom' }
const imported: CustomerImported = { type: 'CustomerImported', data }
const importIt = { type: 'ImportCustomer' as const, ...data }

it('is imported once', () => {
  given(customer).when(importIt).then(imported)
  given(customer, imported).when(importIt).thenNothing()
  given(customer, imported)
    .when({ ...importIt, source: 'another.csv' })
    .thenNothing()
})

it('is never taken for another', () => {
  given(customer, imported)
    .when({ ...importIt, customerNumber: '1' })
    .thenRejected({ type: 'CustomerIdTaken', customerNumber: '17850' })
})

it('is known from where it was imported', () => {
  const state = customer.fold(customer.initial('retail-17850'), [imported])
  expect(state).toEqual({ id: 'retail-17850', imported: data, mayRemind: false, version: 1 })
})

it('is reminded from when they say so until they say otherwise; said again it is said once', () => {
  const allowed = { type: 'RemindersAllowed', data: { by: 'page' } } as const
  const stopped = { type: 'RemindersStopped', data: { by: 'link' } } as const
  given(customer).when({ type: 'StopReminders', by: 'link' }).thenNothing()
  given(customer).when({ type: 'AllowReminders', by: 'page' }).then(allowed)
  given(customer, allowed).when({ type: 'AllowReminders', by: 'page' }).thenNothing()
  given(customer, allowed).when({ type: 'StopReminders', by: 'link' }).then(stopped)
  given(customer, allowed, stopped).when({ type: 'AllowReminders', by: 'page' }).then(allowed)
  expect(customer.fold(customer.initial('ann'), [allowed, stopped]).mayRemind).toBe(false)
  expect(customer.fold(customer.initial('ann'), [stopped, allowed]).mayRemind).toBe(true)
})
