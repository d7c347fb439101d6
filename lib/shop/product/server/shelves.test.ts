import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShelves, type Listed } from './shelves'

const listed = (productId: string, position: number, over: Partial<Listed['listing']> = {}): Listed => ({
  productId,
  position,
  listPosition: position,
  listing: {
    name: `A ${productId}`,
    description: 'Made by hand.',
    category: 'Kitchen',
    unitPrice: { amount: 100, currency: 'USD' },
    hasPicture: false,
    ...over,
  },
})

const shelvesOf = (...products: readonly Listed[]) => {
  const shelves = createShelves()
  for (const each of products) shelves.put(each)
  return shelves
}

const ids = (page: { readonly products: readonly { readonly productId: string }[] }) =>
  page.products.map(({ productId }) => productId)

describe('the catalogue in memory', () => {
  it('offers what was listed last, and says nothing of what it doesn’t know', () => {
    const shelves = shelvesOf(
      listed('mug', 1),
      listed('mug', 2, { name: 'Mug', unitPrice: { amount: 5, currency: 'EUR' } }),
    )
    expect(shelves.offers(['mug', 'lamp'])).toEqual(
      new Map([['mug', { name: 'Mug', unitPrice: { amount: 5, currency: 'EUR' } }]]),
    )
  })

  it('finds products by all words of name, description and id, in whatever case', () => {
    const shelves = shelvesOf(
      listed('mug-1', 1, { name: 'Blue MUG' }),
      listed('lamp', 2, { description: 'Casts a blue light' }),
      listed('100%', 3),
    )
    expect(ids(shelves.search({ q: 'blue', limit: 9 }))).toEqual(['mug-1', 'lamp'])
    expect(ids(shelves.search({ q: '  LIGHT blue ', limit: 9 }))).toEqual(['lamp'])
    expect(ids(shelves.search({ q: '%', limit: 9 }))).toEqual(['100%'])
    expect(ids(shelves.search({ q: 'mug light', limit: 9 }))).toEqual([])
  })

  it('sells what is not withdrawn, and says of the rest that it was sold once', () => {
    const shelves = shelvesOf(listed('mug', 1), listed('lamp', 2))
    shelves.put({ productId: 'mug', listing: {}, isWithdrawn: true, position: 3, listPosition: 3 })
    expect(ids(shelves.search({ limit: 9 }))).toEqual(['lamp'])
    expect(ids(shelves.search({ limit: 9, after: 'mug' }))).toEqual(['lamp'])
    expect(shelves.offers(['mug']).get('mug')).toMatchObject({ name: 'A mug', isWithdrawn: true })
    shelves.put({ productId: 'mug', listing: {}, isWithdrawn: false, position: 4, listPosition: 4 })
    expect(ids(shelves.search({ limit: 9 }))).toEqual(['mug', 'lamp'])
    expect(shelves.offers(['mug']).get('mug')).not.toHaveProperty('isWithdrawn')
  })

  it('shows nothing of which it has only heard a part', () => {
    const shelves = shelvesOf()
    const price = { unitPrice: { amount: 7, currency: 'USD' } }
    shelves.put({ productId: 'mug', listing: price, position: 3, listPosition: 3 })
    expect([ids(shelves.search({ limit: 9 })), shelves.offers(['mug']).size]).toEqual([[], 0])
    shelves.put(listed('mug', 1))
    expect(shelves.offers(['mug']).get('mug')?.unitPrice.amount).toBe(7)
  })

  it('has the categories in the order they came in, and narrows to one', () => {
    const shelves = shelvesOf(
      listed('a', 1, { category: 'Desk' }),
      listed('b', 2),
      listed('c', 3, { category: 'Desk' }),
    )
    expect(shelves.categories()).toEqual(['Desk', 'Kitchen'])
    expect(ids(shelves.search({ category: 'Desk', limit: 9 }))).toEqual(['a', 'c'])
    shelves.put(listed('a', 4, { category: 'Kitchen' }))
    expect(shelves.categories()).toEqual(['Kitchen', 'Desk'])
    expect(ids(shelves.search({ category: 'Desk', limit: 9 }))).toEqual(['c'])
  })

  it('gives nothing after a product that it doesn’t know', () => {
    expect(shelvesOf(listed('a', 1)).search({ after: 'b', limit: 9 })).toEqual({ products: [], next: null })
  })

  it('is the same whatever order its events come in, and however often', () => {
    const events = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), price: fc.nat(99) }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (told, dice) => {
        const inOrder = told.map(({ id, price }, nth) =>
          listed(id, nth + 1, { unitPrice: { amount: price, currency: 'USD' }, category: String(price % 3) }),
        )
        const again = [...inOrder, ...inOrder]
          .map((each) => ({ each, place: dice.next().value ?? 0 }))
          .sort((one, other) => one.place - other.place)
          .map(({ each }) => each)
        const [one, other] = [shelvesOf(...inOrder), shelvesOf(...again)]
        expect(other.search({ limit: 9 })).toEqual(one.search({ limit: 9 }))
        expect(other.categories()).toEqual(one.categories())
        expect(other.offers(['a', 'b', 'c', 'd'])).toEqual(one.offers(['a', 'b', 'c', 'd']))
      }),
    )
  })

  it('comes to what the events come to in their order, in whatever order they are heard', () => {
    const said = fc.oneof(
      fc.record({
        listing: fc.record({ unitPrice: fc.nat(3).map((amount) => ({ amount, currency: 'USD' })) }),
      }),
      fc.record({ listing: fc.record({ name: fc.constantFrom('Mug', 'Cup') }) }),
      fc.record({ listing: fc.constant({}), isWithdrawn: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (events, dice) => {
        const inOrder: Listed[] = [
          listed('mug', 1),
          ...events.map((each, nth) => ({
            productId: 'mug',
            position: nth + 2,
            listPosition: nth + 2,
            ...each,
          })),
        ]
        const mixed = inOrder
          .map((each) => ({ each, place: dice.next().value ?? 0 }))
          .sort((one, other) => one.place - other.place)
          .map(({ each }) => each)
        const [one, other] = [shelvesOf(...inOrder), shelvesOf(...mixed)]
        expect(other.search({ limit: 9 })).toEqual(one.search({ limit: 9 }))
        expect(other.offers(['mug'])).toEqual(one.offers(['mug']))
      }),
    )
  })

  it('has every product on one page, whatever the size of pages', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 7 }), (count, limit) => {
        const all = Array.from({ length: count }, (_, nth) => listed(`p${nth}`, nth + 1))
        const shelves = shelvesOf(...all)
        const seen: string[] = []
        for (let after: string | null | undefined; after !== null; ) {
          const page = shelves.search({ limit, after })
          seen.push(...ids(page))
          after = page.next
        }
        expect(seen).toEqual(all.map(({ productId }) => productId))
      }),
    )
  })
})
