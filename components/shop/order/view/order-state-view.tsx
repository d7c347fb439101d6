import type { Money } from '@/lib/shop/money'
import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderLine, OrderState } from '@/lib/shop/order/state'
import { NothingDiffers } from '../../../player/compare/nothing-differs'
import type { Compared, StateView } from '../../../player/view/state-view'
import { formatCount } from '../../../ui/format'
import { formatDifference, formatMoney } from '../../money-format'
import { moneyHint } from '../../money-hint'
import { orderStatusNames } from '../status-names'

interface Row {
  readonly name: string
  readonly was: string
  readonly is: string
}

const told = [
  ['Ordered', ({ quantity }: OrderLine) => quantity],
  ['Cancelled', ({ cancelled }: OrderLine) => cancelled],
  ['Shipped', ({ shipped }: OrderLine) => shipped],
  ['Delivered', ({ delivered }: OrderLine) => delivered],
  ['Returned', ({ returned }: OrderLine) => returned],
] as const

const lineRows = ({ before, after }: Compared<OrderState>): readonly Row[] => {
  const was = new Map(before.lines.map((line) => [line.lineId, line]))
  const is = new Map(after.lines.map((line) => [line.lineId, line]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((lineId) => {
    const [old, now] = [was.get(lineId), is.get(lineId)]
    const name = now?.productName ?? old?.productName ?? lineId
    return told.map(([what, of]) => ({
      name: `${name}: ${what.toLowerCase()}`,
      was: formatCount(old ? of(old) : 0),
      is: formatCount(now ? of(now) : 0),
    }))
  })
}

const moneyRows = ({ before, after }: Compared<OrderState>): readonly Row[] => {
  const [was, is] = [balanceOf(before), balanceOf(after)]
  const row = (name: string, before: Money, after: Money): Row => ({
    name,
    was: formatMoney(before),
    is: formatMoney(after),
  })
  return [
    row('Total', before.amounts.total, after.amounts.total),
    row('Held', was.held, is.held),
    row('Received', was.captured, is.captured),
    row('Refunded', was.refunded, is.refunded),
  ]
}

const rowsOf = (compared: Compared<OrderState>): readonly Row[] =>
  [
    {
      name: 'The order',
      was: orderStatusNames[compared.before.status],
      is: orderStatusNames[compared.after.status],
    },
    ...lineRows(compared),
    ...moneyRows(compared),
  ].filter(({ was, is }) => was !== is)

/** What differs between two states of an order, in words. */
const OrderDifference = (compared: Compared<OrderState>) => {
  const { before, after } = compared
  const rows = rowsOf(compared)
  if (rows.length === 0) {
    return <NothingDiffers words={before.version === after.version ? undefined : 'The order is the same.'} />
  }
  const { outstanding } = balanceOf(after)
  const moved = { ...outstanding, amount: outstanding.amount - balanceOf(before).outstanding.amount }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 sm:px-6">
      <dl>
        {rows.map(({ name, was, is }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2.5">
            <dt className="wrap-anywhere mr-auto text-md">{name}</dt>
            <dd className="font-mono text-muted text-sm tabular-nums">
              {was} <span aria-hidden>→</span>
              <span className="sr-only">is now</span> <span className="text-ink">{is}</span>
            </dd>
          </div>
        ))}
      </dl>
      {moved.amount !== 0 && (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
          <span className="text-md text-muted">Outstanding</span>
          <strong className="font-display font-normal text-2xl leading-none">
            {formatDifference(moved)}
          </strong>
        </p>
      )}
    </div>
  )
}

const keys = ['lineId', 'paymentId', 'shipment', 'refundId', 'captureId'] as const

/** How orders are read, and held against each other. */
export const orderStateView: StateView<OrderState> = {
  Difference: OrderDifference,
  keyOf: (thing) => {
    if (typeof thing !== 'object' || thing === null) return undefined
    const known = thing as Readonly<Record<string, unknown>>
    const name = keys.find((key) => typeof known[key] === 'string')
    return name && (known[name] as string)
  },
  hintOf: moneyHint,
}
