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
  expect(state).toEqual({ id: 'retail-17850', imported: data, version: 1 })
})
