import { TextField } from '@/components/ui/text-field'
import { unshipped } from '@/lib/shop/order/state'
import type { OrderDialogProps } from './order-dialog-props'
import { PiecesDialog } from './pieces-dialog'
import { written } from './written'

/** Asks what goes into a shipment, and who carries it. */
export const ShipDialog = ({ order, sending, onClose }: OrderDialogProps) => (
  <PiecesDialog
    order={order}
    title="Ship"
    description="What isn’t chosen goes in a later shipment."
    action="Ship these"
    availableOf={unshipped}
    begins="all"
    isBusy={sending.isBusy}
    onClose={onClose}
    onSend={(lines, fields) =>
      sending.send(
        {
          type: 'ShipOrder',
          lines,
          carrier: written(fields, 'carrier'),
          trackingNumber: written(fields, 'trackingNumber'),
        },
        'Shipped',
        onClose,
      )
    }
  >
    <TextField name="carrier" label="Carrier" autoComplete="off" maxLength={100} />
    <TextField name="trackingNumber" label="Tracking number" autoComplete="off" maxLength={100} />
  </PiecesDialog>
)
