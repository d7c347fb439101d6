import { beforeEach, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const { ask, over } = serveTestApi()

beforeEach(() => over(fakeContext()))

const send = (key: string, body: object) =>
  ask('/api/terms/commands', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const read = async () =>
  (await ask('/api/terms', { headers: { authorization: 'Bearer staff' } })).json() as Promise<object>

const shipping = {
  type: 'SetShippingRate',
  id: 'home',
  countries: ['Hong Kong', 'at'],
  by: 'total',
  steps: [{ from: 0, price: { amount: 490, currency: 'EUR' } }],
}

it('staff sets terms, and countries by their names or codes', async () => {
  expect((await send('staff', shipping)).status).toBe(200)
  const { type: _, ...rate } = shipping
  expect(await read()).toMatchObject({ version: 1, shippingRates: [{ ...rate, countries: ['HK', 'AT'] }] })
})

it('nobody else sees or sets them', async () => {
  expect((await send('shopper', shipping)).status).toBe(403)
  expect((await ask('/api/terms', { headers: { authorization: 'Bearer shopper' } })).status).toBe(403)
  expect(await read()).toMatchObject({ version: 0, prices: 'gross', editWindowSeconds: 600 })
})

it('what the rules refuse is told with its data', async () => {
  const refused = await send('staff', { ...shipping, steps: [] })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ code: 'InvalidSteps', max: 20 })
})

it('what is no country is refused by its field', async () => {
  const refused = await send('staff', { ...shipping, countries: ['Atlantis'] })
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('must be a country')
})

it('a version that is insisted on has to be the one there is', async () => {
  const refused = await send('staff', { ...shipping, expectedVersion: 3 })
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ code: 'ConcurrencyConflict', expected: 3, actual: 0 })
})
