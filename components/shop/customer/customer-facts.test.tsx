import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { erased } from '@/lib/kit/kernel/erased'
import type { CustomerProfile } from '@/lib/shop/customer/wire/api-customers'
import { CustomerFacts } from './customer-facts'
import { CustomerTable } from './customer-table'

const customer = {
  customerId: 'ann',
  carts: 3,
  active: 1,
  checkedOut: 1,
  abandoned: 1,
  spent: [{ orders: 1, total: { amount: 1599, currency: 'USD' } }],
  firstSeenAt: '2026-11-21T14:03:22.000Z',
  lastSeenAt: '2026-11-22T14:03:22.000Z',
}
const profile: CustomerProfile = {
  status: 'active',
  email: 'ada@example.com',
  name: 'Ada',
  phone: '+442079460958',
  address: null,
  imported: { source: 'retail.csv', customerNumber: '17850', country: 'France' },
  mayRemind: false,
  version: 2,
}

const told = (of: CustomerProfile | null) =>
  renderToStaticMarkup(<CustomerFacts customer={customer} profile={of} />).replace(/<[^>]+>/g, '|')

it('tells who a customer is, what they have and what they spent', () => {
  const text = told(profile)
  for (const part of [
    'ada@example.com',
    '+442079460958',
    'retail.csv as 17850, France',
    '3 carts',
    '$15.99',
  ]) {
    expect(text).toContain(part)
  }
})

it('says of a guest that they are one, and of what was erased that it was', () => {
  expect(told(null)).toContain('None: a guest')
  const text = told({ ...profile, email: erased, phone: erased, address: erased, imported: null })
  expect(text.match(/Erased/g)).toHaveLength(2)
  expect(text).toContain('an address that was erased')
})

it('lists a customer by their name, else by the number they came with', () => {
  const item = { ...customer, status: 'deactivated', since: customer.firstSeenAt } as const
  const table = (name: string | null, customerNumber: string | null) =>
    renderToStaticMarkup(<CustomerTable customers={[{ ...item, name, email: null, customerNumber }]} />)
  expect(table('Ada', null)).toContain('>Ada</a>')
  expect(table(null, '17850')).toContain('>17850</a>')
  expect(table(null, '17850')).toContain('href="/customers/ann"')
  expect(table(null, null)).toContain('Deactivated')
})
