import { type Money, money } from '../money'
import { minorUnits } from './minor-units'

/** How many decimals a currency's amounts have: 2 in dollars, none in yen. */
export const decimalsOf = (currency: string): number => Math.log10(minorUnits(currency))

/** An amount in its currency's major units: 15.99. */
export const writeAmount = ({ amount, currency }: Money): string =>
  (amount / minorUnits(currency)).toFixed(decimalsOf(currency))

/** An amount written in major units, to its currency's nearest minor unit. */
export const readAmount = (written: string, currency: string): Money =>
  money(Math.round(Number(written) * minorUnits(currency)), currency)

/** Whether an amount is written in more decimals than its currency has. */
export const isTooFine = (written: string, currency: string): boolean => {
  const [, decimals = ''] = written.trim().split('.')
  return decimals.replace(/0+$/, '').length > decimalsOf(currency)
}
