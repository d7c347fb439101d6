import { TextField } from '@/components/ui/text-field'
import { unshipped } from '@/lib/shop/order/state'
import type { OrderDialogProps } from './order-dialog-props'
import { PiecesDialog } from './pieces-dialog'
import { written } from './written'

/** Asks which pieces aren't shipped any more, and why. */
export const CancelItemsDialog = ({ order, sending, onClose }: OrderDialogProps) => (
  <PiecesDialog
    order={order}
    title="Cancel pieces"
    description="They are taken out of the order, and of what is to be paid. The order itself stays."
    action="Cancel these"
    availableOf={unshipped}
    begins="none"
    isBusy={sending.isBusy}
    onClose={onClose}
    onSend={(lines, fields) =>
      sending.send(
        { type: 'CancelItems', lines, reason: written(fields, 'reason') ?? '' },
        'Pieces cancelled',
        onClose,
      )
    }
  >
    <TextField name="reason" label="Reason" autoComplete="off" maxLength={200} />
  </PiecesDialog>
)
