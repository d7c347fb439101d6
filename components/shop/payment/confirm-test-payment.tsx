'use client'

import Link from 'next/link'
import { useTransition } from 'react'
import type { TestPayment } from '@/lib/shop/payment/test-payment'
import { Button } from '../../ui/button'
import { linkStyle } from '../../ui/link-style'
import { formatMoney } from '../money-format'

interface ConfirmTestPaymentProps {
  readonly payment: Pick<TestPayment, 'paymentId' | 'status' | 'amount' | 'card'>
  readonly answer: (given: { readonly paymentId: string; readonly isApproved: boolean }) => Promise<void>
}

/** What is paid, with which card, and the two answers to that. */
export const ConfirmTestPayment = ({ payment, answer }: ConfirmTestPaymentProps) => {
  const { paymentId, status, amount, card } = payment
  const [isAnswering, begin] = useTransition()
  const say = (isApproved: boolean) => begin(() => answer({ paymentId, isApproved }))
  return (
    <div className="grid gap-7">
      <dl className="divide-y divide-line border-line border-y text-md [&>div]:flex [&>div]:justify-between [&>div]:py-2.5 [&_dt]:text-muted">
        <div>
          <dt>To pay</dt>
          <dd className="tabular-nums">{formatMoney(amount)}</dd>
        </div>
        <div>
          <dt>Card</dt>
          <dd className="font-mono text-sm">•••• {card.lastFour}</dd>
        </div>
      </dl>
      {status === 'actionRequired' ? (
        <div className="grid gap-3">
          <Button variant="primary" size="lg" disabled={isAnswering} onClick={() => say(true)}>
            Yes, pay {formatMoney(amount)}
          </Button>
          <Button size="lg" disabled={isAnswering} onClick={() => say(false)}>
            No, it isn’t me
          </Button>
        </div>
      ) : (
        <p>
          <Link href="/" className={linkStyle}>
            Back to the shop
          </Link>
        </p>
      )}
    </div>
  )
}
