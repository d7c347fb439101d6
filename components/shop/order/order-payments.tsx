import { money } from '@/lib/shop/money'
import { heldOf } from '@/lib/shop/order/balance'
import type { OrderState, Payment } from '@/lib/shop/order/state'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'

/** What providers hold and took, payment by payment. */
export const OrderPayments = ({ order }: { readonly order: OrderState }) => {
  const { payments, payment } = order
  if (payments.length === 0) {
    return (
      <p className="py-3 text-md text-muted">{`To be paid by ${payment.method}: nothing is held yet.`}</p>
    )
  }
  const { currency } = order.amounts.total
  return (
    <ul aria-label="Payments">
      {payments.map((each) => (
        <li key={each.paymentId} className="border-line border-b py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-md">{each.provider}</span>
            <span className="font-mono text-sm tabular-nums">
              {formatMoney(money(each.authorised, currency))}
            </span>
          </div>
          <p className="flex flex-wrap gap-x-3 pt-1 text-muted text-sm">
            {toldOf(each, currency).map((words) => (
              <span key={words}>{words}</span>
            ))}
            {each.expiresAt !== undefined && heldOf(each) > 0 && (
              <span>
                held until <Time iso={each.expiresAt} format="full" className="font-mono tabular-nums" />
              </span>
            )}
          </p>
          <p className="wrap-anywhere pt-1 font-mono text-muted text-xs">{each.paymentId}</p>
        </li>
      ))}
    </ul>
  )
}

const toldOf = (payment: Payment, currency: string): readonly string[] => {
  const told: [number, string][] = [
    [heldOf(payment), 'held'],
    [payment.captured, 'received'],
    [payment.released, 'released'],
    [payment.refunded, 'refunded'],
  ]
  return told
    .filter(([amount]) => amount > 0)
    .map(([amount, what]) => `${formatMoney(money(amount, currency))} ${what}`)
}
