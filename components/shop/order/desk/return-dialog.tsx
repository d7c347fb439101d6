import { TextField } from '@/components/ui/text-field'
import { kept } from '@/lib/shop/order/state'
import type { OrderDialogProps } from './order-dialog-props'
import { PiecesDialog } from './pieces-dialog'
import { written } from './written'

/** Asks what came back, why, and whether it can be sold again. */
export const ReturnDialog = ({ order, sending, onClose }: OrderDialogProps) => (
  <PiecesDialog
    order={order}
    title="Take back"
    description="What came back of what was delivered. The money is a refund of its own."
    action="Take these back"
    availableOf={kept}
    begins="none"
    isBusy={sending.isBusy}
    onClose={onClose}
    onSend={(lines, fields) =>
      sending.send(
        {
          type: 'ReturnItems',
          lines,
          reason: written(fields, 'reason') ?? '',
          restock: fields.get('restock') === 'on',
        },
        'Taken back',
        onClose,
      )
    }
  >
    <TextField name="reason" label="Reason" autoComplete="off" maxLength={200} />
    <label className="flex min-h-8 items-center gap-2 text-md pointer-coarse:min-h-11">
      <input type="checkbox" name="restock" defaultChecked className="size-4 accent-(--accent)" />
      They can be sold again
    </label>
  </PiecesDialog>
)
