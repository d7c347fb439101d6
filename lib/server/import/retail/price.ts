import { limits } from './limits'
import type { Refusal } from './refusals'

const decimal = /^(\d{1,12})(?:\.(\d*))?$/

/** A price in pounds as pence, exactly; or why it is none that can be recorded. */
export const readPence = (pounds: string): number | Refusal => {
  const [, whole, fraction = ''] = decimal.exec(pounds) ?? []
  if (whole === undefined) return 'priceNotPositive'
  const beyondPence = fraction.slice(2)
  if (/[1-9]/.test(beyondPence)) return 'priceNotInPence'
  const pence = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  if (pence === 0) return 'priceNotPositive'
  return pence > limits.pence ? 'priceTooLarge' : pence
}
