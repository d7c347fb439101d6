import { beforeEach, describe, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const api = serveTestApi()

const asking = (key: string) => ({ authorization: `Bearer ${key}`, 'content-type': 'application/json' })
const post = async (key: string, path: string, body: object) =>
  (await api.ask(path, { method: 'POST', headers: asking(key), body: JSON.stringify(body) })).json()

let cartId = ''
const amounts = async (query: string, key = 'shopper') => {
  const response = await api.ask(`/api/carts/${cartId}/amounts?${query}`, { headers: asking(key) })
  return { status: response.status, body: await response.json() }
}
const set = (command: object) => post('staff', '/api/terms/commands', command)
const usd = (amount: number) => ({ amount, currency: 'USD' })

beforeEach(async () => {
  api.over(fakeContext())
  cartId = (await post('shopper', '/api/carts', {})).cartId
  await post('shopper', `/api/carts/${cartId}/commands`, { type: 'AddItem', productId: 'lamp', quantity: 2 })
})

describe('what a checkout would come to', () => {
  it('is what is in the cart where the shop has set no terms', async () => {
    const { status, body } = await amounts('country=Hong+Kong')
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 2, amounts: { total: usd(3198), shipping: { total: usd(0) } } })
  })

  it('is by the terms of the shop', async () => {
    await set({
      type: 'SetShippingRate',
      id: 'all',
      countries: [],
      by: 'total',
      steps: [{ from: 0, price: usd(500) }],
    })
    await set({ type: 'SetDiscountCode', code: 'half', worth: { type: 'percent', rate: 5000 } })
    const { body } = await amounts('country=gb&discountCode=Half')
    expect(body.amounts).toMatchObject({ total: usd(1599 + 500), discountCode: 'HALF' })
  })

  it('is refused with why', async () => {
    expect(await amounts('country=GB&discountCode=none')).toMatchObject({
      status: 422,
      body: { code: 'DiscountUnknown' },
    })
    await set({
      type: 'SetShippingRate',
      id: 'hk',
      countries: ['HK'],
      by: 'total',
      steps: [{ from: 0, price: usd(1) }],
    })
    expect((await amounts('country=GB')).body).toMatchObject({ code: 'NotShippedTo', country: 'GB' })
    expect((await amounts('country=Atlantis')).status).toBe(400)
  })

  it('is told to whom the cart is', async () => {
    expect((await amounts('country=GB', 'other')).status).toBe(404)
    expect((await amounts('country=GB', 'staff')).status).toBe(200)
  })
})
