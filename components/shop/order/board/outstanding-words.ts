import { formatMoney } from '@/components/shop/money-format'
import type { OrderListItem } from '@/lib/shop/order/wire/order-list'

/** What is still to be paid or given back; nothing where neither is. */
export const outstandingWords = ({ outstanding }: Pick<OrderListItem, 'outstanding'>): string => {
  const { amount, currency } = outstanding
  if (amount === 0) return ''
  return amount > 0 ? formatMoney(outstanding) : `back ${formatMoney({ amount: -amount, currency })}`
}
