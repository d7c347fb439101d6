import type { DecimalMark } from './decimal'
import { readDecimal } from './decimal'
import { limits } from './limits'
import { type Refused, refused, twoMeanings } from './refusals'

/** A price in pounds as pence, exactly; or why it is none that can be recorded. */
export const readPence = (pounds: string, mark: DecimalMark | undefined): number | Refused => {
  const decimal = readDecimal(pounds.replace(/^£\s*/, ''), mark)
  if (!decimal) return refused('priceNotPositive')
  if (decimal.type === 'twoReadings') return twoMeanings('priceAmbiguous', pounds, decimal.readings)
  const { whole, fraction } = decimal
  if (/[1-9]/.test(fraction.slice(2))) return refused('priceNotInPence')
  const pence = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  if (pence === 0) return refused('priceNotPositive')
  return pence > limits.pence ? refused('priceTooLarge') : pence
}
