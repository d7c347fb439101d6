import type { Money } from '@/lib/shop/money'
import { formatMoney } from '../../money-format'

/** A total beside the one it came from, or became: each in its own currency, but nothing in that of the other. */
export const totalWords = ({ amount, currency }: Money, beside: Money): string =>
  formatMoney({ amount, currency: amount === 0 ? beside.currency : currency })
