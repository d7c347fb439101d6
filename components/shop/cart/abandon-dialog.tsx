'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { FormEvent, RefObject } from 'react'
import { useForm } from 'react-hook-form'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { abandonCart } from '@/lib/shop/cart/wire/commands'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ReasonField } from './reason-field'
import { useSeen } from './use-seen'
import { WhatsNew } from './whats-new'

interface AbandonDialogProps {
  readonly session: CartSession
  readonly open: boolean
  readonly onClose: () => void
  readonly finalFocus: RefObject<HTMLElement | null> | undefined
}

const reasonOnly = abandonCart.pick({ reason: true })
const usualReasons = ['Only looking', 'Too expensive', 'Found it elsewhere']

/** Asks why, since the log keeps the reason. */
export const AbandonDialog = ({ session, open, onClose, finalFocus }: AbandonDialogProps) => {
  const form = useForm({ resolver: zodResolver(reasonOnly), defaultValues: { reason: '' } })
  const cart = useSeen(session, 'AbandonCart', open)
  const hasNews = cart.changes.length > 0
  const abandon = form.handleSubmit(({ reason }) => {
    cart.accept()
    session.close({ type: 'AbandonCart', reason }, cart.now)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (cart.isBehind) return
    if (hasNews) cart.accept()
    else void abandon(event)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(opened) => !opened && onClose()}
      finalFocus={finalFocus}
      title="Leave it behind?"
      description="The cart closes as it is. It stays in the log, with your reason."
    >
      <form noValidate onSubmit={submit}>
        <WhatsNew cart={cart} closed="abandoned" />
        <ReasonField form={form} usualReasons={usualReasons} />
        <Button
          type="submit"
          variant="danger"
          size="lg"
          className="mt-7 w-full"
          aria-disabled={cart.isBehind}
        >
          {hasNews ? 'Go on all the same' : 'Abandon cart'}
        </Button>
      </form>
    </Dialog>
  )
}
