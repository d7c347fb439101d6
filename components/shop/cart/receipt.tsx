import type { CartCheckedOut } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'
import { addressText } from './address-text'
import { LineList } from './line-list'
import { ReceiptLine } from './receipt-line'
import { WhyTotal } from './view/why-total'

interface ReceiptProps {
  readonly cart: CartState
  readonly details: CartCheckedOut['data']
  readonly at: string
}

/** A checked-out cart, as a till would print it. */
export const Receipt = ({ cart, details, at }: ReceiptProps) => (
  <div className="scroll-quiet flex min-h-0 flex-1 flex-col overflow-y-auto p-4 sm:px-6">
    <div className="receipt on-paper flex flex-[1_0_auto] flex-col bg-paper px-5 py-6 text-ink font-mono text-sm tabular-nums">
      <div className="pb-4 text-center">
        <p className="font-display text-3xl leading-tight">Checked out.</p>
        <p className="pt-1 text-muted text-xs">
          <Time iso={at} format="full" />
        </p>
      </div>
      <div className="flex min-h-0 flex-[1_1_9rem] flex-col">
        <LineList
          items={cart.items}
          lineHeight={40}
          line={(item, place) => <ReceiptLine item={item} place={place} />}
        />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 pt-4 [&>dd]:wrap-anywhere [&>dd]:text-right [&>dt]:text-muted">
        <dt>
          Total <WhyTotal />
        </dt>
        <dd>
          <output aria-label="Total" aria-live="off" className="title">
            {formatMoney(details.totalAmount)}
          </output>
        </dd>
        <dt>Paid by</dt>
        <dd>{details.payment.method}</dd>
        <dt>Sent to</dt>
        <dd>{addressText(details.shippingAddress)}</dd>
      </dl>
    </div>
  </div>
)
