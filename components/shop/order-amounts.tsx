import type { OrderAmounts } from '@/lib/shop/amounts/amounts'
import { type Money, money } from '@/lib/shop/money'
import { formatMoney } from './money-format'

/** 19 %, 7.5 %. */
export const formatRate = (rate: number): string => `${rate / 100} %`

interface TaxLine {
  readonly rate: number
  readonly amount: number
}

/** What tax there is, by its rate, the highest first. */
const taxesOf = ({ lines, shipping }: OrderAmounts): readonly TaxLine[] => {
  const byRate = new Map<number, number>()
  for (const { tax } of [...lines, shipping]) {
    byRate.set(tax.rate, (byRate.get(tax.rate) ?? 0) + tax.amount.amount)
  }
  return [...byRate]
    .filter(([, amount]) => amount > 0)
    .map(([rate, amount]) => ({ rate, amount }))
    .sort((one, other) => other.rate - one.rate)
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

interface Row {
  readonly name: string
  readonly amount: Money
  readonly sign?: '−'
}

const rowsOf = (amounts: OrderAmounts): readonly Row[] => {
  const { lines, shipping, discountCode, prices, total } = amounts
  const { currency } = total
  const goods = sum(lines.map(({ quantity, unitPrice }) => quantity * unitPrice.amount))
  const discount = sum(lines.map((line) => line.discount.amount)) + shipping.discount.amount
  return [
    { name: 'Goods', amount: money(goods, currency) },
    { name: 'Shipping', amount: shipping.price },
    ...(discount > 0
      ? [{ name: `Discount ${discountCode}`, amount: money(discount, currency), sign: '−' as const }]
      : []),
    ...taxesOf(amounts).map(({ rate, amount }) => ({
      name: `${prices === 'gross' ? 'with tax of' : 'Tax of'} ${formatRate(rate)}`,
      amount: money(amount, currency),
    })),
  ]
}

/** How an order's total comes about: its goods, shipping, discount and tax. */
export const AmountRows = ({ amounts }: { readonly amounts: OrderAmounts }) => (
  <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-md">
    {rowsOf(amounts).map(({ name, amount, sign = '' }) => (
      <div key={name} className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-muted">{name}</dt>
        <dd className="text-right font-mono text-sm tabular-nums">
          {sign}
          {formatMoney(amount)}
        </dd>
      </div>
    ))}
    <div className="col-span-2 mt-1.5 grid grid-cols-subgrid items-baseline border-line border-t pt-2.5">
      <dt>To pay</dt>
      <dd className="text-right font-display text-2xl leading-none">{formatMoney(amounts.total)}</dd>
    </div>
  </dl>
)
