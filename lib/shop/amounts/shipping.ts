import { type Money, money } from '../money'
import type { PricingTerms, ShippingRate } from './pricing-terms'

export type NotShipped = {
  readonly type: 'NotShippedTo'
  readonly country: string
  readonly currency: string
}

interface Parcel {
  /** What the goods come to once their discount is off. */
  readonly goods: Money
  /** In grams. */
  readonly weight: number
}

/**
 * What shipping costs: by the cheapest rate that names the country, else by the cheapest that names none. A shop without
 * any rate ships for nothing; one that has some ships only where one of them holds, in its currency.
 */
export const shippingPrice = (
  { shippingRates }: Pick<PricingTerms, 'shippingRates'>,
  country: string,
  parcel: Parcel,
): Money | NotShipped => {
  const { currency } = parcel.goods
  if (shippingRates.length === 0) return money(0, currency)
  const ofCurrency = shippingRates.filter(({ steps }) => steps[0]?.price.currency === currency)
  const named = ofCurrency.filter(({ countries }) => countries.includes(country))
  const held = named.length > 0 ? named : ofCurrency.filter(({ countries }) => countries.length === 0)
  const prices = held.map((rate) => priceBy(rate, parcel))
  if (prices.length === 0) return { type: 'NotShippedTo', country, currency }
  return money(Math.min(...prices), currency)
}

const priceBy = ({ by, steps }: ShippingRate, { goods, weight }: Parcel): number => {
  const measured = by === 'weight' ? weight : goods.amount
  return steps.findLast(({ from }) => from <= measured)?.price.amount ?? 0
}
