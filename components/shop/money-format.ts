import type { Money } from '@/lib/shop/money'
import { minorUnits } from '@/lib/shop/wire/minor-units'
import { memoizeByKey } from '../ui/memoize-by-key'

const moneyIn = memoizeByKey(
  (currency: string) => new Intl.NumberFormat('en-US', { style: 'currency', currency }),
)

/** An amount as people write it: $1,299.00. */
export const formatMoney = ({ amount, currency }: Money): string =>
  moneyIn(currency).format(amount / minorUnits(currency))

/** By how much an amount grows or shrinks: +$15.99, −$15.99; $0.00 where it doesn't. */
export const formatDifference = ({ amount, currency }: Money): string => {
  const sign = amount > 0 ? '+' : amount < 0 ? '−' : ''
  return `${sign}${formatMoney({ amount: Math.abs(amount), currency })}`
}
