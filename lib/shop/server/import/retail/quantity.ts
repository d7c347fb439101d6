import { type DecimalMark, readDecimal } from './decimal'
import { limits } from './limits'
import { type Refused, refused, twoMeanings } from './refusals'

/** A positive whole number; or why it is none that can be recorded. */
export const readQuantity = (text: string, mark: DecimalMark | undefined): number | Refused => {
  const decimal = readDecimal(text, mark)
  if (!decimal) return refused('quantityNotPositive')
  if (decimal.type === 'twoReadings') return twoMeanings('quantityAmbiguous', text, decimal.readings)
  const quantity = Number(decimal.whole)
  if (quantity === 0 || /[1-9]/.test(decimal.fraction)) return refused('quantityNotPositive')
  return quantity > limits.quantity ? refused('quantityTooLarge') : quantity
}
