'use client'

import type { RefObject } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { Dialog } from '../ui/dialog'
import { RestoreForm } from './restore-form'
import type { Question } from './use-asking'

interface RestoreDialogProps {
  readonly session: CartSession
  readonly playhead: Playhead
  readonly asking: Question | null
  readonly onClose: () => void
  readonly finalFocus: RefObject<HTMLElement | null> | undefined
}

/** Shows what bringing the cart back would change, before it is done; afterwards one looks at the cart as it is now. */
export const RestoreDialog = ({ session, playhead, asking, onClose, finalFocus }: RestoreDialogProps) => (
  <Dialog
    open={asking?.type === 'restore'}
    onOpenChange={(opened) => !opened && onClose()}
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
        onClose()
        playhead.goLive()
      }}
    />
  </Dialog>
)
