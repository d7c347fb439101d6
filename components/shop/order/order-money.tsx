import type { Money } from '@/lib/shop/money'
import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderState } from '@/lib/shop/order/state'
import { Why } from '../../player/compare/why'
import { cn } from '../../ui/cn'
import { formatMoney } from '../money-format'

interface Entry {
  readonly name: string
  readonly what: string
  readonly select: (order: OrderState) => Money
  /** Left out where it is nothing. */
  readonly isOptional?: boolean
  readonly isSum?: boolean
}

const summed = (order: OrderState, of: 'discount' | 'tax'): Money => {
  const { lines, shipping, total } = order.amounts
  const amount = [...lines, shipping].reduce(
    (sum, part) => sum + (of === 'tax' ? part.tax.amount : part.discount).amount,
    0,
  )
  return { amount, currency: total.currency }
}

const goodsOf = ({ amounts }: OrderState): Money => ({
  amount: amounts.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0),
  currency: amounts.total.currency,
})

const entriesOf = ({ amounts }: OrderState): readonly Entry[] => [
  { name: 'Goods', what: 'the price of the goods', select: goodsOf },
  {
    name: amounts.discountCode === undefined ? 'Discount' : `Discount ${amounts.discountCode}`,
    what: 'the discount',
    select: (order) => ({ ...summed(order, 'discount'), amount: -summed(order, 'discount').amount }),
    isOptional: true,
  },
  {
    name: 'Shipping',
    what: 'what shipping costs',
    select: (order) => order.amounts.shipping.price,
  },
  {
    name: amounts.prices === 'gross' ? 'Tax within' : 'Tax',
    what: 'the tax',
    select: (order) => summed(order, 'tax'),
    isOptional: true,
  },
  { name: 'Total', what: 'the total', select: (order) => order.amounts.total, isSum: true },
]

const paid: readonly Entry[] = [
  { name: 'To be paid for what stays', what: 'what is to be paid', select: (order) => balanceOf(order).due },
  { name: 'Held', what: 'what is held', select: (order) => balanceOf(order).held, isOptional: true },
  { name: 'Received', what: 'what was received', select: (order) => balanceOf(order).captured },
  {
    name: 'Refunded',
    what: 'what was refunded',
    select: (order) => balanceOf(order).refunded,
    isOptional: true,
  },
]

const outstanding = (order: OrderState): Entry => ({
  name: balanceOf(order).outstanding.amount < 0 ? 'To be given back' : 'Outstanding',
  what: 'what is outstanding',
  select: (state) => balanceOf(state).outstanding,
  isSum: true,
})

/** What an order comes to and what was paid of it; each amount says which events made it. */
export const OrderMoney = ({ order }: { readonly order: OrderState }) => (
  <dl>
    {[...entriesOf(order), ...paid, outstanding(order)].map((entry) => (
      <Row key={entry.what} entry={entry} order={order} />
    ))}
  </dl>
)

const Row = ({ entry, order }: { readonly entry: Entry; readonly order: OrderState }) => {
  const { name, what, select, isOptional, isSum } = entry
  const value = select(order)
  if (isOptional && value.amount === 0) return null
  const { currency } = value
  const shown = what === 'what is outstanding' ? { amount: Math.abs(value.amount), currency } : value
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2.5">
      <dt className={cn('text-md', !isSum && 'text-muted')}>{name}</dt>
      <dd className="flex items-baseline gap-x-1 font-mono text-sm tabular-nums">
        <Why
          what={what}
          select={(state: OrderState) => select(state).amount}
          words={(amount) => formatMoney({ amount, currency })}
        />
        <span className={isSum ? 'font-display text-2xl leading-none' : undefined}>{formatMoney(shown)}</span>
      </dd>
    </div>
  )
}
