import { amountsOfLine } from '@/lib/shop/order/order-amounts-now'
import type { OrderLine, OrderState } from '@/lib/shop/order/state'
import { Why } from '../../player/compare/why'
import { formatMoney } from '../money-format'

interface LineAmountProps {
  readonly order: OrderState
  readonly line: OrderLine
}

/** What a line is to be paid with, and where that comes from. */
export const LineAmount = ({ order, line: { lineId, productName } }: LineAmountProps) => {
  const { currency } = order.amounts.total
  const amountIn = (state: OrderState) => amountsOfLine(state, lineId)?.total.amount ?? 0
  return (
    <span className="whitespace-nowrap font-mono text-sm tabular-nums">
      <Why
        what={`the amount of ${productName}`}
        select={amountIn}
        words={(amount) => formatMoney({ amount, currency })}
      />{' '}
      {formatMoney({ amount: amountIn(order), currency })}
    </span>
  )
}
