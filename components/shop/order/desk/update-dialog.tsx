import type { OrderDialogProps } from './order-dialog-props'
import { PiecesDialog } from './pieces-dialog'

/** What people order at most; the stock says what there is. */
const mostOfALine = 999

/** Asks how many of each line the order is to hold. */
export const UpdateDialog = ({ order, sending, onClose }: OrderDialogProps) => (
  <PiecesDialog
    order={order}
    title="Change quantities"
    description="At the prices it was ordered at. What it costs more is authorised first; a line of none goes."
    action="Change the order"
    availableOf={({ quantity }) => quantity}
    begins="all"
    most={mostOfALine}
    isBusy={sending.isBusy}
    onClose={onClose}
    onSend={(lines) => sending.send({ type: 'UpdateItems', lines }, 'Order changed', onClose)}
  />
)
