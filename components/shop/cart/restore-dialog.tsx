'use client'

import { type RefObject, useRef } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import { Dialog } from '../../ui/dialog'
import { RestoreForm } from './restore-form'
import type { OpenQuestion } from './use-asking'

interface RestoreDialogProps {
  readonly session: CartSession
  readonly playhead: Playhead<CartState>
  readonly asking: OpenQuestion | null
  readonly onClose: () => void
  readonly heading: RefObject<HTMLElement | null>
}

/** Shows what bringing the cart back would change, before it is done; afterwards one looks at the cart as it is now. */
export const RestoreDialog = ({ session, playhead, asking, onClose, heading }: RestoreDialogProps) => {
  // The button that asked goes as soon as the cart is live again, which may be a moment after the dialog.
  const finalFocus = useRef<HTMLElement>(null)
  const close = (isLive: boolean) => {
    finalFocus.current = isLive ? heading.current : null
    onClose()
  }
  return (
    <Dialog
      open={asking?.type === 'restore'}
      onOpenChange={(opened) => !opened && close(playhead.isLive)}
      finalFocus={finalFocus}
      title={session.readOnly ? 'Restore for the shopper?' : 'Bring it back?'}
      description={
        session.readOnly
          ? 'The shopper sees it at once, and may take it back.'
          : 'At today’s prices. Nothing is lost: you can take it back.'
      }
    >
      <RestoreForm
        session={session}
        toVersion={asking?.type === 'restore' ? asking.toVersion : null}
        onRestore={(restore) => {
          session.restore(restore)
          close(true)
          playhead.goLive()
        }}
      />
    </Dialog>
  )
}
