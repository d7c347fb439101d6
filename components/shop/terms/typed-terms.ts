import type { ShippingRate, TaxRate } from '@/lib/shop/amounts/pricing-terms'
import { readAmount } from '@/lib/shop/wire/amount'

/** Countries as they are typed: "Germany, AT". */
export const countriesIn = (typed: string): string[] =>
  typed
    .split(',')
    .map((country) => country.trim())
    .filter((country) => country !== '')

/** 19 or 7.5 per cent, in parts of ten thousand. */
export const rateIn = (typed: string): number =>
  Math.round(Number(typed.replace('%', '').replace(',', '.')) * 100)

/** The steps of a shipping rate, one a line: "0 4.90" and "50 0" are 4.90 from 0 on and nothing from 50 on. */
export const stepsIn = (typed: string, by: ShippingRate['by'], currency: string) =>
  typed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([from = '']) => from !== '')
    .map(([from = '', price = '']) => ({
      from: by === 'weight' ? Number(from) : readAmount(from, currency).amount,
      price: readAmount(price, currency),
    }))

/** A day as a form has it, at its beginning in UTC. */
export const dayIn = (typed: string): string => `${typed}T00:00:00.000Z`

export const taxedIn = (typed: string): TaxRate['on'] =>
  typed === ''
    ? { type: 'all' }
    : typed.toLowerCase() === 'shipping'
      ? { type: 'shipping' }
      : { type: 'category', category: typed }
