import { useState } from 'react'
import { formatMoney } from '@/components/shop/money-format'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { money } from '@/lib/shop/money'
import { balanceOf } from '@/lib/shop/order/balance'
import { currencyOf } from '@/lib/shop/order/order-amounts-now'
import { isTooFine, readAmount, writeAmount } from '@/lib/shop/wire/amount'
import type { OrderDialogProps } from './order-dialog-props'
import { written } from './written'

/** Asks how much is given back, where to, and why. */
export const RefundDialog = ({ order, sending, onClose }: OrderDialogProps) => {
  const [errors, setErrors] = useState<{ amount?: string; reason?: string }>({})
  const [{ outstanding, refundable }] = useState(() => balanceOf(order))
  const currency = currencyOf(order)
  const owed = money(Math.max(0, -outstanding.amount), currency)
  return (
    <Dialog
      open
      onOpenChange={(opened) => !opened && onClose()}
      title="Refund"
      description={`${formatMoney(owed)} is owed; ${formatMoney(refundable)} can be given back at most.`}
    >
      <form
        noValidate
        method="post"
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const amount = written(fields, 'amount') ?? ''
          const reason = written(fields, 'reason')
          const wrong = whyNot(amount, currency)
          setErrors({ ...(wrong && { amount: wrong }), ...(!reason && { reason: 'The reason is missing.' }) })
          if (wrong || !reason) return
          const to = fields.get('to') === 'credit' ? 'credit' : 'card'
          const request = { type: 'IssueRefund', amount: readAmount(amount, currency), to, reason } as const
          sending.send(request, 'Refund issued', onClose)
        }}
      >
        <TextField
          name="amount"
          label={`Amount in ${currency}`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={owed.amount > 0 ? writeAmount(owed) : ''}
          error={errors.amount}
        />
        <fieldset className="flex flex-wrap gap-x-6 text-md">
          <legend className="pb-1.5 text-muted text-sm">Where to</legend>
          {destinations.map(({ to, label }, nth) => (
            <label key={to} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="to"
                value={to}
                defaultChecked={nth === 0}
                className="accent-(--accent)"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <TextField name="reason" label="Reason" autoComplete="off" maxLength={200} error={errors.reason} />
        <Button type="submit" variant="primary" size="lg" className="mt-2 w-full" disabled={sending.isBusy}>
          Refund
        </Button>
      </form>
    </Dialog>
  )
}

const destinations = [
  { to: 'card', label: 'The card' },
  { to: 'credit', label: 'Store credit' },
] as const

const whyNot = (amount: string, currency: string): string | undefined => {
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(amount) || Number(amount) === 0) return 'Write an amount like 15.99.'
  return isTooFine(amount, currency) ? `Amounts in ${currency} aren’t that fine.` : undefined
}
