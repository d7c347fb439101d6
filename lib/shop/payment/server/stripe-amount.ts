import { type Money, money } from '../../money'
import { minorUnits } from '../../wire/minor-units'

/** Currencies that Stripe counts in whole units; all others in hundredths, but for those with thousandths. */
const whole = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const thousandths = new Set('BHD JOD KWD OMR TND'.split(' '))

const unitsOf = (currency: string): number => {
  if (whole.has(currency)) return 1
  return thousandths.has(currency) ? 1_000 : 100
}

/** An amount as Stripe counts it; undefined where it can't be said so: of thousandths it takes whole tens. */
export const toStripeAmount = ({ amount, currency }: Money): number | undefined => {
  const units = unitsOf(currency)
  const counted = (amount * units) / minorUnits(currency)
  const isExact = Number.isSafeInteger(counted) && (units < 1_000 || counted % 10 === 0)
  return isExact ? counted : undefined
}

/** An amount that Stripe tells. */
export const ofStripeAmount = (amount: number, currency: string): Money => {
  const name = currency.toUpperCase()
  return money(Math.round((amount * minorUnits(name)) / unitsOf(name)), name)
}
