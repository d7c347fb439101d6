import { beforeEach, describe, expect, it } from 'vitest'
import { createAccess } from '../../../kit/server/access/access'
import { createHandle } from '../../../kit/server/commands/handle'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { handlerOver } from '../../../kit/testing/handler'
import type { Catalogue } from '../../product/server/catalogue'
import { shopPolicy } from '../../server/auth/policy'
import { cartStream } from '../../server/streams'
import { person } from '../../testing/person'
import { shopEvents } from '../../wire/events/shop-events'
import type { ShopIdentity } from '../../wire/shop-identity'
import { streamTypes } from '../../wire/stream-types'
import type { OfferedProduct } from '../commands'
import type { CartRequest, Delivery } from '../wire/commands'
import { type CartCommandDependencies, createCart, handleCartRequest } from './cart-commands'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const shopper = person('shopper', 'shopper')
const staff = person('staff', 'staff')
const add = (productId: string): CartRequest => ({ type: 'AddItem', productId, quantity: 1 })

let prices: Map<string, number>
let asked: (readonly string[])[]
let dependencies: CartCommandDependencies
let cartId: string

const catalogue = (): Pick<Catalogue, 'offers'> => ({
  offers: async (ids) => {
    asked.push(ids)
    const offer = (id: string): [string, OfferedProduct][] => {
      const price = prices.get(id)
      return price === undefined ? [] : [[id, { name: `The ${id}`, unitPrice: usd(price) }]]
    }
    return new Map(ids.flatMap(offer))
  },
})
const send = (request: CartRequest, delivery: Delivery = {}, who: ShopIdentity = shopper) =>
  handleCartRequest(dependencies, who, cartId, request, delivery)
const stored = () => dependencies.store.readStream(cartStream(cartId))

beforeEach(async () => {
  prices = new Map([
    ['mug', 100],
    ['lamp', 700],
  ])
  asked = []
  const store = createMemoryStore(shopEvents)
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  const handler = handlerOver(store, shopEvents)
  dependencies = { ...handler, handle: createHandle(handler), access, catalogue: catalogue() }
  const created = await createCart(dependencies, shopper)
  if (created.type === 'rejected') throw new Error('There is no cart')
  cartId = created.streamId
  await send(add('mug'))
})

describe('a price that rose', () => {
  beforeEach(() => {
    prices.set('mug', 5_000)
  })

  it('is logged in the same append as what the owner does next, by the same command', async () => {
    const commandId = crypto.randomUUID()
    expect(await send(add('lamp'), { commandId })).toMatchObject({
      version: 4,
      events: [
        { type: 'ItemRepriced', version: 3, data: { oldPrice: usd(100), newPrice: usd(5_000) } },
        { type: 'ItemAdded', version: 4 },
      ],
    })
    const [repriced, added] = (await stored()).slice(2)
    expect(repriced?.metadata).toEqual({ ...added?.metadata, commandId, commandType: 'AddItem' })
  })

  it('is judged by the version before it', async () => {
    expect(await send(add('mug'), { expectedVersion: 3 })).toMatchObject({
      rejection: { type: 'ConcurrencyConflict', expected: 3, actual: 2 },
    })
    expect(await send(add('mug'), { expectedVersion: 2 })).toMatchObject({ version: 4 })
  })

  it('is logged once, however often the command is sent', async () => {
    const commandId = crypto.randomUUID()
    const first = await send(add('mug'), { commandId })
    prices.set('mug', 9_000)
    expect(await send(add('mug'), { commandId })).toEqual(first)
    expect(await stored()).toHaveLength(4)
  })

  it('is not logged where staff brings the cart back', async () => {
    await send(add('lamp'))
    prices.set('mug', 9_000)
    await send({ type: 'RestoreCart', toVersion: 2, reason: 'asked' }, {}, staff)
    const types = (await stored()).slice(4).map(({ type }) => type)
    expect(types).toContain('CartRestored')
    expect(types).not.toContain('ItemRepriced')
  })

  it('is decided anew where the cart moved on while it was looked up', async () => {
    const [one, other] = await Promise.all([send(add('mug')), send(add('lamp'))])
    expect([one.type, other.type]).toEqual(['accepted', 'accepted'])
    const types = (await stored()).map(({ type }) => type)
    expect(types.filter((type) => type === 'ItemRepriced')).toHaveLength(1)
  })
})

describe('the catalogue', () => {
  it('is asked once, for what is in the cart and what is put in', async () => {
    asked = []
    await send(add('lamp'))
    expect(asked.map((ids) => [...ids].sort())).toEqual([['lamp', 'mug']])
  })

  it('is not asked for a stranger', async () => {
    asked = []
    expect(await send(add('lamp'), {}, person('other', 'shopper'))).toMatchObject({
      rejection: { type: 'CartNotFound' },
    })
    expect(asked).toEqual([])
  })

  it('that knows a product no more leaves its line at what it was put in at', async () => {
    prices.delete('mug')
    expect(await send({ type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 2 })).toMatchObject({
      version: 3,
      events: [{ type: 'ItemQuantityChanged' }],
    })
    expect(await send(add('mug'))).toMatchObject({ rejection: { type: 'ProductUnknown' } })
  })
})
