import { beforeEach, describe, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const api = serveTestApi()
const headers = { authorization: 'Bearer shopper', 'content-type': 'application/json' }
const usd = (amount: number) => ({ amount, currency: 'USD' })
const shippingAddress = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '12345', country: 'US' }
const checkout = { type: 'Checkout', paymentMethod: 'card', shippingAddress }
const abandon = { type: 'AbandonCart', reason: 'too dear' }

let cartId = ''
const send = async (body: object) => {
  const sent = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await api.ask(`/api/carts/${cartId}/commands`, sent)
  return { status: response.status, body: await response.json() }
}
const add = (more: object = {}) => send({ type: 'AddItem', productId: 'lamp', quantity: 1, ...more })

beforeEach(async () => {
  api.over(fakeContext())
  cartId = (await (await api.ask('/api/carts', { method: 'POST', headers })).json()).cartId
  await add()
})

describe.each([checkout, abandon])('$type with what was seen', (closing) => {
  it('is done on the cart that was seen', async () => {
    expect(await send({ ...closing, seen: { version: 2, total: usd(1599) } })).toMatchObject({ status: 200 })
  })

  it('is refused on another, with both, and can be sent again with what is new', async () => {
    const seen = { version: 2, total: usd(1599) }
    await add()
    expect(await send({ ...closing, seen })).toMatchObject({
      status: 409,
      body: { code: 'SeenChanged', seen, actual: { version: 3, total: usd(3198) } },
    })
    expect(await send({ ...closing, seen: { version: 3, total: usd(3198) } })).toMatchObject({ status: 200 })
  })

  it('is done on any cart where nothing is said', async () => {
    await add()
    expect(await send(closing)).toMatchObject({ status: 200 })
  })

  it('answers the same when it is sent again', async () => {
    const commandId = crypto.randomUUID()
    const refused = await send({ ...closing, commandId, seen: { version: 1, total: usd(0) } })
    expect(refused.status).toBe(409)
    await add()
    expect(await send({ ...closing, commandId, seen: { version: 1, total: usd(0) } })).toEqual(refused)
  })

  it('is the same command under its id, whatever was seen, and no other', async () => {
    const commandId = crypto.randomUUID()
    const refused = await send({ ...closing, commandId, seen: { version: 1, total: usd(0) } })
    const seen = { version: 2, total: usd(1599) }
    expect(await send({ ...closing, commandId, seen })).toEqual(refused)
    const other = { ...checkout, paymentMethod: 'cash' }
    expect(await send({ ...other, commandId, seen })).toMatchObject({ status: 422 })
  })

  it.each([
    { version: 2 },
    { total: usd(1) },
    { version: -1, total: usd(1) },
    { version: 2 ** 40, total: usd(1) },
    { version: 2, total: { amount: 1.5, currency: 'USD' } },
    { version: 2, total: { amount: 1, currency: 'u\u0000D' } },
    'all of it',
  ])('is not understood when it is %j', async (seen) => {
    expect(await send({ ...closing, seen })).toMatchObject({ status: 400, body: { code: 'Malformed' } })
  })
})

describe('AddItem with the price it was shown at', () => {
  it('is done at that price', async () => {
    expect(await add({ unitPrice: usd(1599) })).toMatchObject({ status: 200 })
  })

  it('is refused at another, with both', async () => {
    expect(await add({ unitPrice: usd(100) })).toMatchObject({
      status: 409,
      body: { code: 'PriceChanged', productId: 'lamp', shown: usd(100), actual: usd(1599) },
    })
  })
})
