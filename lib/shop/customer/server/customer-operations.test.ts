import { beforeEach, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const { ask, over } = serveTestApi()

beforeEach(async () => {
  const context = fakeContext()
  over(context)
  await context.signUpInLog({ id: 'shopper', name: 'Ada', email: 'ada@example.com' })
  await context.signUpInLog({ id: 'other', name: 'Bea', email: 'bea@example.com' })
})

const send = (key: string, customerId: string, body: object) =>
  ask(`/api/customers/${customerId}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const read = (key: string, customerId: string) =>
  ask(`/api/customers/${customerId}`, { headers: { authorization: `Bearer ${key}` } })
const profile = async (customerId: string) =>
  ((await (await read('staff', customerId)).json()) as { profile: object | null }).profile

it('people read themselves, staff anybody; to others nobody is there', async () => {
  expect((await read('shopper', 'shopper')).status).toBe(200)
  expect((await read('shopper', 'other')).status).toBe(404)
  expect(await profile('other')).toEqual({
    status: 'active',
    email: 'bea@example.com',
    name: 'Bea',
    phone: null,
    address: null,
    imported: null,
    mayRemind: false,
    version: 1,
  })
})

it('people change what is known of them, and staff the rest', async () => {
  const phone = { type: 'ChangePhone', phone: '020 7946 0958', country: 'United Kingdom' }
  expect((await send('shopper', 'shopper', phone)).status).toBe(200)
  expect(await profile('shopper')).toMatchObject({ phone: '+442079460958' })
  const email = { type: 'ChangeEmail', email: 'Countess@Example.com' }
  expect((await send('shopper', 'shopper', email)).status).toBe(404)
  expect((await send('shopper', 'other', { type: 'ChangeName', name: 'Eve' })).status).toBe(404)
  expect((await send('staff', 'shopper', email)).status).toBe(200)
  expect(await profile('shopper')).toMatchObject({ email: 'countess@example.com', name: 'Ada' })
})

it('what can’t be is refused with its code', async () => {
  const refused = async (key: string, body: object) => {
    const answer = await send(key, 'shopper', body)
    return [answer.status, ((await answer.json()) as { code: string }).code]
  }
  expect(await refused('shopper', { type: 'ChangePhone', phone: '12' })).toEqual([422, 'InvalidPhone'])
  expect(await refused('staff', { type: 'ChangeEmail', email: 'bea@example.com' })).toEqual([
    409,
    'EmailTaken',
  ])
  expect(await refused('staff', { type: 'DeactivateCustomer', reason: ' ' })).toEqual([400, 'Malformed'])
  expect(await refused('staff', { type: 'DeactivateCustomer', reason: 'Asked us to' })).toEqual([
    200,
    undefined,
  ])
  expect(await refused('staff', { type: 'ChangeName', name: 'Eve' })).toEqual([422, 'CustomerIsDeactivated'])
  expect(await refused('staff', { type: 'ReactivateCustomer', expectedVersion: 1 })).toEqual([
    409,
    'ConcurrencyConflict',
  ])
})
