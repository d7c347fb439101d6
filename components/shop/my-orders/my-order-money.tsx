import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderState } from '@/lib/shop/order/state'
import { formatMoney } from '../money-format'

/** What was paid of an order, and what came back. */
export const MyOrderMoney = ({ order }: { readonly order: OrderState }) => {
  const { held, captured, refunded, outstanding } = balanceOf(order)
  const rows = [
    { name: 'Held on your card', amount: held },
    { name: 'Paid', amount: captured },
    { name: 'Given back', amount: refunded },
    { name: 'To be given back', amount: { ...outstanding, amount: Math.max(0, -outstanding.amount) } },
  ].filter(({ amount }) => amount.amount > 0)
  if (rows.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-line border-t pt-3 text-md">
      {rows.map(({ name, amount }) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{name}</dt>
          <dd className="text-right font-mono text-sm tabular-nums">{formatMoney(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
