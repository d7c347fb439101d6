'use client'

import type { FormEvent, RefObject } from 'react'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { useCheckoutAmounts } from '@/lib/shop/cart/client/use-checkout-amounts'
import { cartTotal, itemCount } from '@/lib/shop/cart/state'
import { isSameMoney } from '@/lib/shop/money'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { count } from '../../ui/format'
import { formatMoney } from '../money-format'
import { CheckoutFields } from './checkout-fields'
import { CheckoutSummary } from './checkout-summary'
import { DiscountField } from './discount-field'
import { useCheckoutForm } from './use-checkout-form'
import { useCheckoutPayment } from './use-checkout-payment'
import { useSeen } from './use-seen'
import { WhatsNew } from './whats-new'

interface CheckoutDialogProps {
  readonly session: CartSession
  readonly open: boolean
  readonly onClose: () => void
  readonly finalFocus: RefObject<HTMLElement | null> | undefined
}

/** Who orders, where it goes, how to pay, and what it comes to. Stays, with all that was filled in, until the log has the order. */
export const CheckoutDialog = ({ session, open, onClose, finalFocus }: CheckoutDialogProps) => {
  const form = useCheckoutForm(session.outdated)
  const cart = useSeen(session, 'Checkout', open)
  const [country, discountCode] = form.watch(['shippingAddress.country', 'discountCode'])
  const outlook = useCheckoutAmounts(session, open, { country, discountCode })
  const toPay = outlook.amounts?.total ?? cartTotal(cart.now)
  const seenToPay = seenToPayOf(session, cart.wasRefused, toPay)
  const isPlacing = session.pending.some(({ event }) => event.type === 'CartCheckedOut')
  const payment = useCheckoutPayment(session, form, open, toPay)
  const isWaiting = isPlacing || cart.isBehind || payment.isWaiting
  const placeOrder = form.handleSubmit(({ usesCredit: _, discountCode, ...details }) => {
    if (payment.isInvalid) return
    cart.accept()
    const code = discountCode.trim()
    const { said } = payment
    session.close(
      {
        type: 'Checkout',
        ...details,
        ...(code !== '' && { discountCode: code }),
        ...(said && { payment: said }),
      },
      cart.now,
      toPay,
    )
  })
  const hasNews = cart.changes.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWaiting) return
    if (hasNews) cart.accept()
    else void placeOrder(event)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(opened) => !opened && onClose()}
      finalFocus={finalFocus}
      title="Check out"
      isWide
      description={`${count(itemCount(cart.now), 'item')}, ${formatMoney(toPay)} in all.`}
    >
      <form noValidate onSubmit={submit}>
        <WhatsNew cart={cart} closed="checked out" seenToPay={seenToPay} toPay={toPay} />
        <div className="grid gap-x-10 gap-y-7 md:grid-cols-[minmax(0,1fr)_minmax(0,19rem)]">
          <CheckoutFields form={form} payment={payment} />
          <div className="grid content-start gap-5">
            <CheckoutSummary cart={cart.now} outlook={outlook} />
            <DiscountField
              code={discountCode}
              refusal={outlook.refusal}
              onCode={(code) => form.setValue('discountCode', code, { shouldDirty: true })}
            />
            <Button type="submit" variant="primary" size="lg" className="w-full" aria-disabled={isWaiting}>
              {isPlacing ? 'Placing…' : hasNews ? `Go on with ${formatMoney(toPay)} in all` : 'Place order'}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}

/** What a refused checkout was seen to come to, where that is something else by now. */
const seenToPayOf = (
  { outdated }: Pick<CartSession, 'outdated'>,
  wasRefused: boolean,
  toPay: ReturnType<typeof cartTotal>,
) => {
  const seen = wasRefused && outdated?.request.type === 'Checkout' ? outdated.request.seenTotal : undefined
  return seen && !isSameMoney(seen, toPay) ? seen : undefined
}
