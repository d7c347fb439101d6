import { isRecord } from '@/lib/kit/history/diff'
import { formatMoney } from './money-format'

/** An amount of money as people write it; undefined for other objects. */
export const moneyHint = (value: object): string | undefined =>
  isRecord(value) && typeof value.amount === 'number' && typeof value.currency === 'string'
    ? formatMoney({ amount: value.amount, currency: value.currency })
    : undefined
