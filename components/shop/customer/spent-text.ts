import type { CustomerSummary } from '@/lib/shop/sales/wire/insights'
import { formatMoney } from '../money-format'

/** What was spent, in each currency. */
export const spentText = (spent: CustomerSummary['spent']): string =>
  spent.length === 0 ? '—' : spent.map(({ total }) => formatMoney(total)).join(' · ')
