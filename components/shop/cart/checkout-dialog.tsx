'use client'

import type { FormEvent, RefObject } from 'react'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { cartTotal, itemCount } from '@/lib/shop/cart/state'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { count } from '../../ui/format'
import { formatMoney } from '../money-format'
import { CheckoutFields } from './checkout-fields'
import { useCheckoutForm } from './use-checkout-form'
import { useSeen } from './use-seen'
import { WhatsNew } from './whats-new'

interface CheckoutDialogProps {
  readonly session: CartSession
  readonly open: boolean
  readonly onClose: () => void
  readonly finalFocus: RefObject<HTMLElement | null> | undefined
}

/** How to pay and where to send it. Stays, with all that was filled in, until the log has the order. */
export const CheckoutDialog = ({ session, open, onClose, finalFocus }: CheckoutDialogProps) => {
  const form = useCheckoutForm(session.outdated)
  const cart = useSeen(session, 'Checkout', open)
  const isPlacing = session.pending.some(({ event }) => event.type === 'CartCheckedOut')
  const isWaiting = isPlacing || cart.isBehind
  const placeOrder = form.handleSubmit((details) => {
    cart.accept()
    session.close({ type: 'Checkout', ...details }, cart.now)
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
      description={`${count(itemCount(cart.now), 'item')}, ${formatMoney(cartTotal(cart.now))} in all.`}
    >
      <form noValidate onSubmit={submit}>
        <WhatsNew cart={cart} closed="checked out" />
        <CheckoutFields form={form} />
        <Button type="submit" variant="primary" size="lg" className="mt-7 w-full" aria-disabled={isWaiting}>
          {isPlacing
            ? 'Placing…'
            : hasNews
              ? `Go on with ${formatMoney(cartTotal(cart.now))} in all`
              : 'Place order'}
        </Button>
      </form>
    </Dialog>
  )
}
