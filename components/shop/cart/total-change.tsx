import type { Money } from '@/lib/shop/money'
import { cn } from '../../ui/cn'
import { formatMoney } from '../money-format'

interface TotalChangeProps {
  readonly before: Money
  readonly after: Money
  readonly className: string
}

/** What a cart came to, struck out, and what it comes to. */
export const TotalChange = ({ before, after, className }: TotalChangeProps) => (
  <p className={cn('flex flex-wrap items-baseline justify-between gap-x-4', className)}>
    <span className="text-muted text-md">Total</span>
    <span className="font-mono text-sm tabular-nums">
      <s className="text-muted decoration-1">{formatMoney(before)}</s>{' '}
      <strong className="font-display font-normal text-2xl leading-none">{formatMoney(after)}</strong>
    </span>
  </p>
)
