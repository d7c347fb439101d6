import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { createCartStory, shopping } from '../../testing/cart-story'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { cart } from '../cart'
import type { CartEvent } from '../events'
import { testOfHistory } from './test-of-history'

const house = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'test-of-history-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Case = readonly [name: string, run: () => void]
let files = 0

/** The tests that a file in `lib/shop/cart/` with this text has: read, compiled and imported as vitest does. */
const casesIn = async (text: string): Promise<Case[]> => {
  const cases: Case[] = []
  vi.stubGlobal('written', {
    expect,
    describe: (_: string, tell: () => void) => tell(),
    it: (...each: Case) => cases.push(each),
  })
  const file = join(folder, `story-${++files}.ts`)
  const standing = text
    .replace(
      "import { describe, expect, it } from 'vitest'",
      'const { describe, expect, it } = globalThis.written',
    )
    .replaceAll("'../../", `'${house}`)
    .replaceAll("from './", `from '${house}shop/cart/`)
  writeFileSync(file, standing)
  await import(/* @vite-ignore */ file)
  return cases
}

const runs = async (text: string): Promise<string[]> => {
  const cases = await casesIn(text)
  for (const [, run] of cases) run()
  return cases.map(([name]) => name)
}

const address = { street: "1 O'Hara “Way”\n", city: '"C"', state: 'S\\', zipCode: '1', country: 'US' }
const story = createCartStory()
story.tell({
  type: 'AddItem',
  productId: 'mug',
  quantity: 2,
  product: { name: 'Mug \'n\' "Co"', unitPrice: { amount: 5, currency: 'USD' } },
})
story.tell({
  type: 'AddItem',
  productId: 'a-b',
  quantity: 1,
  product: { name: 'Ab', unitPrice: { amount: 7, currency: 'USD' } },
})
story.tell({ type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 5 })
story.tell({ type: 'RemoveItem', productId: 'a-b', reason: 'r' })
story.restore(3)
const open = [...story.events]
story.tell({ type: 'Checkout', paymentMethod: 'card', shippingAddress: address })
const names = [
  'CreateCart at version 0',
  'AddItem at version 1',
  'AddItem at version 2',
  'ChangeItemQuantity at version 3',
  'RemoveItem at version 4',
  'RestoreCart at version 5',
  'Checkout at version 8',
  'comes to what it came to',
]

it('tests a whole cart, with every command of it', async () => {
  const text = testOfHistory({ cartId: 'c', given: [], events: recorded(story.events) })
  expect(await runs(text)).toEqual(names)
  const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'too dear' } }
  expect(await runs(testOfHistory({ cartId: 'c', given: open, events: [abandoned] }))).toEqual([
    'AbandonCart at version 8',
    'comes to what it came to',
  ])
})

it('tests any event on its own, after the events or the state that led to it', async () => {
  for (let version = 1; version <= story.events.length; version++) {
    const events = story.events.slice(version - 1, version)
    const past = story.events.slice(0, version - 1)
    const text = testOfHistory({ cartId: 'c', given: past, events })
    expect(await runs(text)).toHaveLength(2)
    expect(
      await runs(testOfHistory({ cartId: 'c', given: cart.fold(cart.initial('c'), past), events })),
    ).toHaveLength(2)
  }
})

it('begins a long past with its state', async () => {
  const past = [cartCreated(), ...Array.from({ length: 60 }, (_, nth) => itemAdded(`product-${nth}`))]
  const text = testOfHistory({ cartId: 'c', given: past, events: [itemAdded('mug')] })
  expect(text).toContain('const before: CartState = {')
  expect(text).toContain("describe('cart c, version 62'")
  expect(await runs(text)).toEqual(['AddItem at version 61', 'comes to what it came to'])
})

it('of what nobody asked the rules for, it tests what they would have said', async () => {
  const text = testOfHistory({
    cartId: 'c',
    given: [cartCreated()],
    events: [
      itemAdded('mug', 40),
      { type: 'ItemQuantityChanged', data: { productId: 'mug', oldQuantity: 3, newQuantity: 4 } },
    ],
  })
  expect(text).toContain(".thenRejected({ type: 'MaxQuantityExceeded', max: 10, requested: 40 })")
  expect(text).toContain('oldQuantity: 40, newQuantity: 4')
  expect(await runs(text)).toHaveLength(3)
})

it('fails where the rules come to say something else', async () => {
  const text = testOfHistory({ cartId: 'c', given: [cartCreated()], events: [itemAdded('mug', 2)] })
  const wrong = text.replace(/quantity: 2,(\s+product:)/, 'quantity: 3,$1')
  expect(wrong).not.toBe(text)
  await expect(runs(wrong)).rejects.toThrow()
})

it('passes for whatever a shopper does, from wherever it begins', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(shopping, fc.nat(99)), { maxLength: 15 }),
      fc.nat(99),
      fc.boolean(),
      async (steps, at, byState) => {
        const told = createCartStory()
        for (const step of steps)
          typeof step === 'number' ? told.restore(1 + (step % told.events.length)) : told.tell(step)
        const begin = at % told.events.length
        const given = byState ? told.stateAt(begin) : told.events.slice(0, begin)
        expect(
          await runs(testOfHistory({ cartId: 'c', given, events: told.events.slice(begin) })),
        ).not.toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})
