import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../kit/events/recorded-event'
import { asSubscription } from '../../../../kit/server/projections/as-subscription'
import { catchUp } from '../../../../kit/server/subscriptions/catch-up'
import { projectionNamed } from '../../../server/projections'
import { cartStream } from '../../../server/streams'
import { cartsFound } from '../../../testing/carts-found'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { openShopDatabase, type ShopDatabase } from '../../../testing/open-shop-database'
import type { CartEvent } from '../../events'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
  await database.prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@example.com' } })
  await database.prisma.user.create({ data: { id: 'bob', name: 'Bob', email: 'bob@shop.test' } })
  for (const [cartId, at, events, actor] of stories) await write(cartId, at, events, actor)
  for (const name of ['carts', 'cart_search']) {
    const subscription = asSubscription(projectionNamed(name), database.store)
    await catchUp({ ...database, log: pino({ level: 'silent' }) }, subscription)
  }
})
afterAll(() => database.close())

const named = (productId: string, productName: string, amount: number, currency = 'USD'): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName, quantity: 1, unitPrice: { amount, currency } },
})
const removed = (productId: string, reason: string): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity: 1, reason },
})
const checkedOut = (amount: number, street: string): CartEvent => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: { amount, currency: 'USD' },
    shippingAddress: { street, city: 'Zürich', state: 'ZH', zipCode: '8001', country: 'CH' },
  },
})
const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'too 50% dear' } }

const customer: Actor = { kind: 'customer', id: 'ann' }
const staff: Actor = { kind: 'staff', id: 'Sue' }
const file: Actor = { kind: 'import', id: 'old shop.csv' }

type Story = readonly [cartId: string, at: string, events: readonly CartEvent[], actor: Actor]

/** Oldest first; `a` to `f` are looked for. */
const stories: readonly Story[] = [
  [
    'a',
    '2011-01-31T23:59:59.999Z',
    [cartCreated('17850'), named('85123A', 'White Hanging Heart', 2_550)],
    file,
  ],
  [
    'b',
    '2011-02-01T00:00:00.000Z',
    [cartCreated('17850'), named('mug', 'Heart Mug', 5_000), abandoned],
    file,
  ],
  [
    'c',
    '2026-03-01T12:00:00.000Z',
    [cartCreated('ann'), named('mug', 'Coffee Mug', 5_001), checkedOut(5_001, '1 Old Mill Road')],
    customer,
  ],
  ['d', '2026-04-01T12:00:00.000Z', [cartCreated('ann'), named('yen', 'Tea Bowl', 60, 'JPY')], customer],
  [
    'e',
    '2026-05-01T12:00:00.000Z',
    [
      cartCreated('bob'),
      itemAdded('mug', 3, 1_000),
      itemAdded('tea', 2, 100),
      removed('tea', 'Changed my mind'),
    ],
    staff,
  ],
  ['f', '2026-06-01T12:00:00.000Z', [cartCreated('mug-lover')], staff],
]

const write = (cartId: string, occurredAt: string, events: readonly CartEvent[], actor: Actor) =>
  database.store.append({
    stream: cartStream(cartId),
    expectedVersion: 'none',
    events: events.map((event) =>
      newEvent(event, {
        occurredAt,
        metadata: { actor, correlationId: 'story', causationId: 'cause', commandId: null },
      }),
    ),
  })

const ids = async (typed: string) =>
  (await cartsFound(database.pool, typed)).carts.map(({ cartId }) => cartId).join('')

describe('carts are found by', () => {
  it.each([
    ['', 'fedcba'],
    // the beginnings of ids
    ['cart:a', 'a'],
    ['-cart:a', 'fedcb'],
    ['customer:178', 'ba'],
    ['-customer:178 -customer:ann', 'fe'],
    ['customer:%', ''],
    ['178', 'ba'],
    // e-mail, anywhere in it
    ['email:ANN@example', 'dc'],
    ['-email:@', 'fba'],
    ['email:_nn@', ''],
    // products, by id, by a word of their names, by their names
    ['product:mug', 'ecb'],
    ['-product:mug', 'fda'],
    ['product:85123a', 'a'],
    ['product:heart', 'ba'],
    ['product:"heart mug"', 'b'],
    ['product:"hanging heart"', 'a'],
    ['product:"mug heart"', ''],
    ['product:spoon', ''],
    ['-product:spoon', 'fedcba'],
    ['product:mug -product:heart', 'ec'],
    // events, whatever the case
    ['event:ItemRemoved', 'e'],
    ['-event:itemadded', 'f'],
    ['event:CartRestored', ''],
    // who did it
    ['actor:staff', 'fe'],
    ['actor:sue', 'fe'],
    ['actor:"old shop.csv"', 'ba'],
    ['-actor:import -actor:ann', 'fe'],
    // how they stand
    ['status:checkedout', 'c'],
    ['-status:active', 'cb'],
    // totals, of any currency or of one
    ['total:>50', 'dc'],
    ['total:>=50', 'dcb'],
    ['total:25.5', 'a'],
    ['total:20..50USD', 'eba'],
    ['total:60JPY', 'd'],
    ['total:60', 'd'],
    ['-total:>0', 'f'],
    ['items:4', 'e'],
    ['events:..1', 'f'],
    ['-items:1..', 'f'],
    // times, each meant as a whole
    ['created:2011', 'ba'],
    ['created:2011-01', 'a'],
    ['created:2011-01..2011-02-01', 'ba'],
    ['created:>2011-01', 'fedcb'],
    ['created:>=2011-02', 'fedcb'],
    ['created:<2011-02', 'a'],
    ['created:<=2011-02', 'ba'],
    ['-created:2026', 'ba'],
    ['updated:>2026-04-01T12:00', 'fe'],
    ['closed:2011', 'b'],
    ['-closed:2011', 'fedca'],
    // words and phrases of what events say
    ['mug', 'fecb'],
    ['-mug', 'da'],
    ['"changed my mind"', 'e'],
    ['MIND', 'e'],
    ['"my changed"', ''],
    ['zurich', 'c'],
    ['"old mill"', 'c'],
    ['50', 'b'],
    ['card -status:active', 'c'],
    // several at once
    ['mug status:active actor:staff items:>2 -email:ann', 'e'],
    ['mug tea', 'e'],
    ['heart -"hanging heart"', 'b'],
  ])('%s', async (typed, expected) => {
    expect(await ids(typed)).toBe(expected)
  })

  it('a search and its denial never share a cart and leave none out', async () => {
    for (const typed of [
      'mug',
      'email:ann',
      'closed:2011',
      '"old mill"',
      'total:>50',
      'nothing',
      'actor:staff',
    ])
      expect([...(await ids(typed)), ...(await ids(`-${typed}`))].sort().join('')).toBe('abcdef')
  })

  it('quotes and commands in what is typed are only text', async () => {
    for (const typed of [`'; DROP TABLE carts; --`, `product:"' OR true --"`, `email:'||'`, 'cart:\\'])
      expect(await ids(`"${typed.replace(/["\\]/g, '\\$&')}"`)).toBe('')
    expect(await ids('')).toBe('fedcba')
  })
})

describe('what is found', () => {
  const matches = async (typed: string) =>
    Object.fromEntries(
      (await cartsFound(database.pool, typed)).carts.map((cart) => [cart.cartId, cart.matches]),
    )

  it('says what it was found by', async () => {
    expect(await matches('mug')).toEqual({
      f: [],
      e: [{ field: 'product', value: 'The mug' }],
      c: [{ field: 'product', value: 'Coffee Mug' }],
      b: [{ field: 'product', value: 'Heart Mug' }],
    })
    expect(await matches('"coffee mug" product:mug coffee')).toEqual({
      c: [{ field: 'product', value: 'Coffee Mug' }],
    })
    expect(await matches('product:85123a')).toEqual({ a: [{ field: 'product', value: '85123a' }] })
    expect(await matches('mind email:bob status:active -coffee')).toEqual({
      e: [
        { field: 'words', value: 'Changed my mind' },
        { field: 'email', value: 'bob@shop.test' },
      ],
    })
  })

  it('comes in pages without a gap or a double', async () => {
    const first = await cartsFound(database.pool, '-cart:d', { limit: 2 })
    const second = await cartsFound(database.pool, '-cart:d', { limit: 2, before: first.next ?? 0 })
    const third = await cartsFound(database.pool, '-cart:d', { limit: 2, before: second.next ?? 0 })
    const pages = [first, second, third].map(({ carts }) => carts.map(({ cartId }) => cartId).join(''))
    expect(pages).toEqual(['fe', 'cb', 'a'])
    expect(third.next).toBeNull()
  })
})
