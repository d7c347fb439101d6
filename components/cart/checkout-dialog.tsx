'use client'

import type { RefObject } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import { cartTotal, itemCount } from '@/lib/domain/cart/state'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { count, formatMoney } from '../ui/format'
import { CheckoutFields } from './checkout-fields'
import { useCheckoutForm } from './use-checkout-form'

interface CheckoutDialogProps {
  readonly session: CartSession
  readonly open: boolean
  readonly onClose: () => void
  readonly finalFocus: RefObject<HTMLElement | null> | undefined
}

/** How to pay and where to send it. Stays, with all that was filled in, until the log has the order. */
export const CheckoutDialog = ({ session, open, onClose, finalFocus }: CheckoutDialogProps) => {
  const form = useCheckoutForm()
  const cart = session.optimistic
  const isPlacing = session.pending.some(({ event }) => event.type === 'CartCheckedOut')
  const placeOrder = form.handleSubmit((details) => {
    if (!isPlacing) session.send({ type: 'Checkout', ...details })
  })
  return (
    <Dialog
      open={open}
      onOpenChange={(opened) => !opened && onClose()}
      finalFocus={finalFocus}
      title="Check out"
      description={`${count(itemCount(cart), 'item')}, ${formatMoney(cartTotal(cart))} in all.`}
    >
      <form noValidate onSubmit={placeOrder}>
        <CheckoutFields form={form} />
        <Button type="submit" variant="primary" size="lg" className="mt-7 w-full" aria-disabled={isPlacing}>
          {isPlacing ? 'Placing…' : 'Place order'}
        </Button>
      </form>
    </Dialog>
  )
}
