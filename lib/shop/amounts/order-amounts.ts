import { type Money, money } from '../money'
import { allot, share } from './allot'
import type { LineAmounts, OrderAmounts, ShippingAmounts } from './amounts'
import { type DiscountRejection, discountNamed, discountOf, whyNoDiscount } from './discount'
import { type DiscountCode, normalCode, type PricingTerms } from './pricing-terms'
import { type NotShipped, shippingPrice } from './shipping'
import { taxRateOf } from './tax'

/** A line as it is ordered. */
export interface PricedLine {
  /** '1', '2', ... in the order the lines stand in the cart. */
  readonly lineId: string
  readonly quantity: number
  readonly unitPrice: Money
  readonly category?: string | undefined
  /** What one piece weighs, in grams. */
  readonly weight?: number | undefined
}

export interface AmountsAsked {
  /** Where it goes: ISO 3166-1 alpha-2. */
  readonly country: string
  /** As the shopper typed it. */
  readonly code?: string | undefined
  /** ISO 8601, UTC. */
  readonly at: string
}

export type AmountsRejection = { readonly type: 'NothingOrdered' } | NotShipped | DiscountRejection

export type AmountsAnswer =
  | { readonly type: 'amounts'; readonly amounts: OrderAmounts }
  | { readonly type: 'rejected'; readonly rejection: AmountsRejection }

/** What an order comes to by a shop's terms: its lines - discount + shipping + tax. All of its lines are in one currency. */
export const orderAmounts = (
  lines: readonly PricedLine[],
  terms: PricingTerms,
  { country, code: typed, at }: AmountsAsked,
): AmountsAnswer => {
  const currency = lines[0]?.unitPrice.currency
  if (currency === undefined) return rejected({ type: 'NothingOrdered' })
  const goods = money(sum(lines.map(priceOf)), currency)
  const code = typed === undefined ? '' : normalCode(typed)
  const discount = code === '' ? undefined : discountNamed(terms, code)
  if (code !== '' && !discount) return rejected({ type: 'DiscountUnknown', discountCode: code })
  const noDiscount = discount && whyNoDiscount(discount, goods, at)
  if (noDiscount) return rejected(noDiscount)
  const off = discount ? discountOf(discount, goods) : money(0, currency)
  const shipping = shippingPrice(terms, country, {
    goods: money(goods.amount - off.amount, currency),
    weight: sum(lines.map(({ quantity, weight = 0 }) => quantity * weight)),
  })
  if ('type' in shipping) return rejected(shipping)
  const rates = {
    lines: lines.map(({ category }) => taxRateOf(terms, { country, goods: { category }, at })),
    shipping: taxRateOf(terms, { country, goods: undefined, at }),
  }
  return { type: 'amounts', amounts: added({ lines, discount, off, shipping, rates, prices: terms.prices }) }
}

interface Summands {
  readonly lines: readonly PricedLine[]
  readonly discount: DiscountCode | undefined
  /** What the discount takes off the goods. */
  readonly off: Money
  readonly shipping: Money
  readonly rates: { readonly lines: readonly number[]; readonly shipping: number }
  readonly prices: PricingTerms['prices']
}

/** All of an order's amounts, allotted to its lines and its shipping. */
const added = ({ lines, discount, off, shipping, rates, prices }: Summands): OrderAmounts => {
  const { currency } = shipping
  // Equals are told apart by their rate: so no sum depends on the order of the lines.
  const discounts = allot(off.amount, lines.map(priceOf), rates.lines)
  const shippingDiscount = discount?.worth.type === 'freeShipping' ? shipping.amount : 0
  const shippingLeft = shipping.amount - shippingDiscount
  const left = lines.map((line, place) => priceOf(line) - at(discounts, place))
  const taxes = taxesOf([...left, shippingLeft], [...rates.lines, rates.shipping], prices)
  const shippingTax = at(taxes, lines.length)
  const toPay = (amount: number, tax: number) => money(prices === 'net' ? amount + tax : amount, currency)
  const lineAmounts = lines.map(
    ({ lineId, quantity, unitPrice }, place): LineAmounts => ({
      lineId,
      quantity,
      unitPrice,
      discount: money(at(discounts, place), currency),
      tax: { rate: at(rates.lines, place), amount: money(at(taxes, place), currency) },
      total: toPay(at(left, place), at(taxes, place)),
    }),
  )
  const shippingAmounts: ShippingAmounts = {
    price: shipping,
    discount: money(shippingDiscount, currency),
    tax: { rate: rates.shipping, amount: money(shippingTax, currency) },
    total: toPay(shippingLeft, shippingTax),
  }
  return {
    prices,
    lines: lineAmounts,
    shipping: shippingAmounts,
    ...(discount && { discountCode: discount.code }),
    total: money(sum([...lineAmounts, shippingAmounts].map(({ total }) => total.amount)), currency),
  }
}

/** The tax of each part. It is rounded once for each rate, as invoices tell it, and allotted to the parts of that rate. */
const taxesOf = (
  amounts: readonly number[],
  rates: readonly number[],
  prices: PricingTerms['prices'],
): readonly number[] => {
  const taxes = amounts.map(() => 0)
  for (const rate of new Set(rates)) {
    const taxed = amounts.map((amount, place) => (rates[place] === rate ? amount : 0))
    const tax = share(sum(taxed), rate, prices === 'gross' ? 10_000 + rate : 10_000)
    for (const [place, part] of allot(tax, taxed).entries()) taxes[place] = at(taxes, place) + part
  }
  return taxes
}

const rejected = (rejection: AmountsRejection): AmountsAnswer => ({ type: 'rejected', rejection })

const priceOf = ({ quantity, unitPrice }: PricedLine): number => quantity * unitPrice.amount

const at = (numbers: readonly number[], place: number): number => numbers[place] ?? 0

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
