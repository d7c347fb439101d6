import type { PricingTerms, TaxRate } from './pricing-terms'

interface TaxedThing {
  readonly country: string
  /** Undefined: shipping. */
  readonly goods: { readonly category?: string | undefined } | undefined
  /** ISO 8601, UTC. */
  readonly at: string
}

/**
 * The rate of tax on something: a rate that names the country goes before one that names none, and one that names the
 * category (or shipping) before one on all; among those the one that began last holds.
 */
export const taxRateOf = ({ taxRates }: Pick<PricingTerms, 'taxRates'>, thing: TaxedThing): number => {
  let best: TaxRate | undefined
  for (const rate of taxRates) {
    if (holds(rate, thing) && (!best || isNearer(rate, best))) best = rate
  }
  return best?.rate ?? 0
}

const holds = ({ countries, on, from }: TaxRate, { country, goods, at }: TaxedThing): boolean =>
  from <= at &&
  (countries.length === 0 || countries.includes(country)) &&
  (on.type === 'all' || (on.type === 'shipping' ? !goods : goods?.category === on.category))

const isNearer = (one: TaxRate, other: TaxRate): boolean => {
  const [nearness, others] = [nearnessOf(one), nearnessOf(other)]
  if (nearness !== others) return nearness > others
  return one.from === other.from ? one.id < other.id : one.from > other.from
}

const nearnessOf = ({ countries, on }: TaxRate): number =>
  (countries.length > 0 ? 2 : 0) + (on.type === 'all' ? 0 : 1)
