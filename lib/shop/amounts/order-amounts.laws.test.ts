import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../money'
import { amountOfPieces, type OrderAmounts } from './amounts'
import { orderAmounts, type PricedLine } from './order-amounts'
import type { DiscountWorth, PricingTerms, TaxRate } from './pricing-terms'

const at = '2026-11-30T12:00:00.000Z'
const eur = (amount: number) => money(amount, 'EUR')
const amount = fc.integer({ min: 0, max: 100_000_00 })
const rate = fc.constantFrom(0, 1, 500, 700, 1900, 2500, 10_000)

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  unitPrice: amount.map(eur),
  category: fc.constantFrom(undefined, 'Books', 'Kitchen'),
  weight: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
})
const lines = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((each, place): PricedLine => ({ ...each, lineId: String(place + 1) })))

const worth: fc.Arbitrary<DiscountWorth> = fc.oneof(
  rate.map((rate) => ({ type: 'percent' as const, rate })),
  amount.map((off) => ({ type: 'amount' as const, amount: eur(off) })),
  fc.constant({ type: 'freeShipping' as const }),
)
const taxRate = fc.record({
  id: fc.string(),
  countries: fc.constantFrom([], ['DE'], ['FR']),
  on: fc.constantFrom<TaxRate['on']>(
    { type: 'all' },
    { type: 'category', category: 'Books' },
    { type: 'shipping' },
  ),
  rate,
  from: fc.constant('2020-01-01T00:00:00.000Z'),
})
const terms: fc.Arbitrary<PricingTerms> = fc.record({
  prices: fc.constantFrom('gross', 'net'),
  shippingRates: fc.constantFrom('total', 'weight').chain((by) =>
    fc.tuple(amount, amount, amount).map(([low, from, high]) => [
      {
        id: 'all',
        countries: [],
        by,
        steps: [
          { from: 0, price: eur(low) },
          { from: from + 1, price: eur(high) },
        ],
      },
    ]),
  ),
  taxRates: fc.array(taxRate, { maxLength: 5 }),
  discountCodes: worth.map((worth) => [{ code: 'CODE', worth }]),
})

const amountsOf = (ordered: readonly PricedLine[], terms: PricingTerms): OrderAmounts => {
  const answer = orderAmounts(ordered, terms, { country: 'DE', code: 'code', at })
  if (answer.type === 'rejected') throw new Error(answer.rejection.type)
  return answer.amounts
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

const goodsOf = ({ lines }: OrderAmounts) =>
  sum(lines.map(({ quantity, unitPrice }) => quantity * unitPrice.amount))

const discountOf = ({ lines }: OrderAmounts) => sum(lines.map(({ discount }) => discount.amount))

const taxByRate = ({ lines, shipping }: OrderAmounts) => {
  const taxes = new Map<number, number>()
  for (const { tax } of [...lines, shipping]) {
    taxes.set(tax.rate, (taxes.get(tax.rate) ?? 0) + tax.amount.amount)
  }
  return taxes
}

describe('the amounts of any order', () => {
  it('sum up exactly', () => {
    fc.assert(
      fc.property(lines, terms, (ordered, terms) => {
        const amounts = amountsOf(ordered, terms)
        const { shipping, total, prices } = amounts
        const tax = prices === 'net' ? sum([...taxByRate(amounts).values()]) : 0
        expect(total.amount).toBe(
          goodsOf(amounts) - discountOf(amounts) + shipping.price.amount - shipping.discount.amount + tax,
        )
        expect(total.amount).toBe(sum([...amounts.lines, shipping].map((part) => part.total.amount)))
      }),
    )
  })

  it('are never below zero, no discount is above its goods, and no tax in a price is above the price', () => {
    fc.assert(
      fc.property(lines, terms, (ordered, terms) => {
        const { lines, shipping, prices } = amountsOf(ordered, terms)
        const parts = [
          ...lines.map((each) => ({ ...each, price: eur(each.quantity * each.unitPrice.amount) })),
          shipping,
        ]
        for (const { price, discount, tax, total } of parts) {
          expect(Math.min(discount.amount, tax.amount.amount, total.amount)).toBeGreaterThanOrEqual(0)
          expect(discount.amount).toBeLessThanOrEqual(price.amount)
          if (prices === 'gross') expect(tax.amount.amount).toBeLessThanOrEqual(total.amount)
        }
      }),
    )
  })

  it('come to the same sums in whatever order the lines stand', () => {
    fc.assert(
      fc.property(
        lines.chain((ordered) =>
          fc.tuple(fc.constant(ordered), fc.shuffledSubarray(ordered, { minLength: ordered.length })),
        ),
        terms,
        ([ordered, shuffled], terms) => {
          const [one, other] = [amountsOf(ordered, terms), amountsOf(shuffled, terms)]
          expect(other.total).toEqual(one.total)
          expect(other.shipping).toEqual(one.shipping)
          expect(discountOf(other)).toBe(discountOf(one))
          expect(taxByRate(other)).toEqual(taxByRate(one))
        },
      ),
    )
  })

  it('are kept to the unit by any split of a line into pieces', () => {
    fc.assert(
      fc.property(lines, terms, fc.array(fc.nat(40)), (ordered, terms, cuts) => {
        for (const each of amountsOf(ordered, terms).lines) {
          const places = [0, ...cuts.filter((cut) => cut <= each.quantity), each.quantity].sort(
            (a, b) => a - b,
          )
          const parts = places
            .slice(1)
            .map((to, place) => amountOfPieces(each, places[place] ?? 0, to).amount)
          expect(sum(parts)).toBe(each.total.amount)
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
