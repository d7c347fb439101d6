import { describe, expect, it } from 'vitest'
import { money } from '../money'
import { amountOfPieces } from './amounts'
import { type AmountsAsked, orderAmounts, type PricedLine } from './order-amounts'
import { type DiscountCode, noTerms, type PricingTerms, type TaxRate } from './pricing-terms'

const at = '2026-11-30T12:00:00.000Z'
const usd = (amount: number) => money(amount, 'USD')

const line = (lineId: string, unit: number, more: Partial<PricedLine> = {}): PricedLine => ({
  lineId,
  quantity: 1,
  unitPrice: usd(unit),
  ...more,
})

const tax = (id: string, rate: number, more: Partial<TaxRate> = {}): TaxRate => ({
  id,
  countries: [],
  on: { type: 'all' },
  rate,
  from: '2020-01-01T00:00:00.000Z',
  ...more,
})

const coded = (worth: DiscountCode['worth'], more: Partial<DiscountCode> = {}): PricingTerms => ({
  ...noTerms,
  discountCodes: [{ code: 'AUTUMN', worth, ...more }],
})

const asked = (more: Partial<AmountsAsked> = {}): AmountsAsked => ({ country: 'DE', at, ...more })

const amountsOf = (lines: readonly PricedLine[], terms: PricingTerms, more?: Partial<AmountsAsked>) => {
  const answer = orderAmounts(lines, terms, asked(more))
  if (answer.type === 'rejected') throw new Error(answer.rejection.type)
  return answer.amounts
}

const refusalOf = (lines: readonly PricedLine[], terms: PricingTerms, more?: Partial<AmountsAsked>) => {
  const answer = orderAmounts(lines, terms, asked(more))
  return answer.type === 'rejected' ? answer.rejection : undefined
}

describe('what an order comes to', () => {
  it('is what its lines come to where a shop has set no terms', () => {
    const amounts = amountsOf([line('1', 1250, { quantity: 3 }), line('2', 99)], noTerms)
    expect(amounts.total).toEqual(usd(3849))
    expect(amounts.shipping.total).toEqual(usd(0))
    expect(amounts.lines.map(({ tax }) => tax)).toEqual([
      { rate: 0, amount: usd(0) },
      { rate: 0, amount: usd(0) },
    ])
  })

  it('has the tax in it where prices are gross, and on top where they are net', () => {
    const taxRates = [tax('de', 1900, { countries: ['DE'] })]
    const gross = amountsOf([line('1', 11900)], { ...noTerms, taxRates })
    expect([gross.lines[0]?.tax.amount, gross.total]).toEqual([usd(1900), usd(11900)])
    const net = amountsOf([line('1', 10000)], { ...noTerms, prices: 'net', taxRates })
    expect([net.lines[0]?.tax.amount, net.total]).toEqual([usd(1900), usd(11900)])
  })

  it('takes the tax of the country and the category, as it is at that moment', () => {
    const taxRates = [
      tax('any', 500),
      tax('de', 1900, { countries: ['DE'] }),
      tax('de-books', 700, { countries: ['DE'], on: { type: 'category', category: 'Books' } }),
      tax('de-books-later', 500, {
        countries: ['DE'],
        on: { type: 'category', category: 'Books' },
        from: '2027-01-01T00:00:00.000Z',
      }),
      tax('de-shipping', 0, { countries: ['DE'], on: { type: 'shipping' } }),
    ]
    const lines = [line('1', 1000), line('2', 1000, { category: 'Books' })]
    const terms = { ...noTerms, taxRates }
    const ratesOf = (more: Partial<AmountsAsked>) => {
      const amounts = amountsOf(lines, terms, more)
      return [...amounts.lines, amounts.shipping].map(({ tax: { rate } }) => rate)
    }
    expect(ratesOf({})).toEqual([1900, 700, 0])
    expect(ratesOf({ at: '2027-01-01T00:00:00.000Z' })).toEqual([1900, 500, 0])
    expect(ratesOf({ country: 'HK' })).toEqual([500, 500, 500])
  })

  it('rounds the tax once for each rate', () => {
    const terms: PricingTerms = { ...noTerms, prices: 'net', taxRates: [tax('all', 1000)] }
    const amounts = amountsOf([line('1', 5), line('2', 5), line('3', 5)], terms)
    expect(amounts.lines.map(({ tax }) => tax.amount.amount)).toEqual([1, 1, 0])
    expect(amounts.total).toEqual(usd(17))
  })

  it('ships by what the goods come to, once the discount is off', () => {
    const steps = [
      { from: 0, price: usd(490) },
      { from: 5000, price: usd(0) },
    ]
    const terms: PricingTerms = {
      ...coded({ type: 'amount', amount: usd(100) }),
      shippingRates: [{ id: 'de', countries: ['DE'], by: 'total', steps }],
    }
    expect(amountsOf([line('1', 5000)], terms).total).toEqual(usd(5000))
    expect(amountsOf([line('1', 5000)], terms, { code: 'autumn' }).total).toEqual(usd(5390))
  })

  it('ships by weight, the nearest rate first, and nowhere that none names', () => {
    const light = [
      { from: 0, price: usd(300) },
      { from: 1000, price: usd(900) },
    ]
    const abroad = {
      id: 'hk',
      countries: ['HK'],
      by: 'weight' as const,
      steps: [{ from: 0, price: usd(2500) }],
    }
    const terms: PricingTerms = {
      ...noTerms,
      shippingRates: [abroad, { id: 'de', countries: ['DE', 'AT'], by: 'weight', steps: light }],
    }
    const lines = [line('1', 100, { quantity: 3, weight: 333 }), line('2', 100, { weight: 1 })]
    expect(amountsOf(lines, terms).shipping.price).toEqual(usd(900))
    expect(amountsOf(lines.slice(0, 1), terms).shipping.price).toEqual(usd(300))
    expect(amountsOf(lines, terms, { country: 'HK' }).shipping.price).toEqual(usd(2500))
    expect(refusalOf(lines, terms, { country: 'FR' })).toEqual({
      type: 'NotShippedTo',
      country: 'FR',
      currency: 'USD',
    })
  })

  it('is refused without lines', () => {
    expect(refusalOf([], noTerms)).toEqual({ type: 'NothingOrdered' })
  })
})

describe('a discount code', () => {
  const lines = [line('1', 1000), line('2', 2000)]

  it('takes its part of the goods off, however it is typed', () => {
    const amounts = amountsOf(lines, coded({ type: 'percent', rate: 1000 }), { code: '  autumn ' })
    expect(amounts.lines.map(({ discount }) => discount.amount)).toEqual([100, 200])
    expect([amounts.total, amounts.discountCode]).toEqual([usd(2700), 'AUTUMN'])
  })

  it('never takes more than the goods come to', () => {
    const amounts = amountsOf(lines, coded({ type: 'amount', amount: usd(99_999) }), { code: 'AUTUMN' })
    expect(amounts.total).toEqual(usd(0))
  })

  it('ships for nothing, and takes nothing off the goods', () => {
    const terms: PricingTerms = {
      ...coded({ type: 'freeShipping' }),
      shippingRates: [{ id: 'all', countries: [], by: 'total', steps: [{ from: 0, price: usd(490) }] }],
    }
    const { shipping, total } = amountsOf(lines, terms, { code: 'AUTUMN' })
    expect([shipping.price, shipping.discount, shipping.total]).toEqual([usd(490), usd(490), usd(0)])
    expect(total).toEqual(usd(3000))
  })

  it('is refused where it does not hold, and says why', () => {
    const worth = { type: 'percent', rate: 1000 } as const
    const refused = (more: Partial<DiscountCode>, code = 'AUTUMN') =>
      refusalOf(lines, coded(worth, more), { code })
    expect(refused({}, 'spring')).toEqual({ type: 'DiscountUnknown', discountCode: 'SPRING' })
    expect(refused({ from: '2026-12-01T00:00:00.000Z' })?.type).toBe('DiscountNotYet')
    expect(refused({ until: at })?.type).toBe('DiscountOver')
    expect(refused({ minimum: usd(3001) })).toEqual({
      type: 'DiscountMinimum',
      discountCode: 'AUTUMN',
      minimum: usd(3001),
      goods: usd(3000),
    })
    expect(refused({ minimum: money(1, 'EUR') })?.type).toBe('DiscountOtherCurrency')
  })

  it('is not asked about where nothing is typed', () => {
    expect(amountsOf(lines, noTerms, { code: ' ' }).discountCode).toBeUndefined()
  })
})

describe('pieces of a line', () => {
  it('come to what the line comes to, a unit apart at most', () => {
    const [three] = amountsOf(
      [line('1', 100, { quantity: 3 })],
      coded({ type: 'amount', amount: usd(100) }),
      {
        code: 'AUTUMN',
      },
    ).lines
    expect(three && [0, 1, 2].map((piece) => amountOfPieces(three, piece, piece + 1).amount)).toEqual([
      67, 66, 67,
    ])
  })
})
