'use client'

import type { RefObject } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import { AbandonDialog } from './abandon-dialog'
import { CheckoutDialog } from './checkout-dialog'
import { RestoreDialog } from './restore-dialog'
import type { OpenQuestion } from './use-asking'

interface CartDialogsProps {
  readonly session: CartSession
  readonly playhead: Playhead<CartState>
  readonly asking: OpenQuestion | null
  readonly onClose: () => void
  /** Takes the focus when the button that asked is gone. */
  readonly heading: RefObject<HTMLElement | null>
  readonly isClosed: boolean
}

/** The questions put before the cart as a whole changes. */
export const CartDialogs = (props: CartDialogsProps) => {
  const { session, playhead, asking, onClose, heading, isClosed } = props
  const asked = { session, onClose, finalFocus: isClosed ? heading : undefined }
  return (
    <>
      {session.canRestore && (
        <RestoreDialog
          session={session}
          playhead={playhead}
          asking={asking}
          onClose={onClose}
          heading={heading}
        />
      )}
      {!session.readOnly && (
        <>
          <CheckoutDialog open={asking?.type === 'checkout'} {...asked} />
          <AbandonDialog open={asking?.type === 'abandon'} {...asked} />
        </>
      )}
    </>
  )
}
