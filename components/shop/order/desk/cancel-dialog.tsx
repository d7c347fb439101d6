import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import type { OrderDialogProps } from './order-dialog-props'
import { written } from './written'

/** Asks why an order is cancelled, since the log keeps the reason. */
export const CancelDialog = ({ order, sending, onClose }: OrderDialogProps) => {
  const [error, setError] = useState<string>()
  return (
    <Dialog
      open
      onOpenChange={(opened) => !opened && onClose()}
      title="Cancel the order"
      description={
        order.shipments.length > 0
          ? 'Something is under way: what comes back has to be counted in.'
          : 'Nothing of it is shipped any more. What was paid is given back.'
      }
    >
      <form
        noValidate
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          const reason = written(new FormData(event.currentTarget), 'reason')
          if (!reason) return setError('The reason is missing.')
          sending.send({ type: 'CancelOrder', reason }, 'Cancelled', onClose)
        }}
      >
        <TextField name="reason" label="Reason" autoComplete="off" maxLength={200} error={error} />
        <Button type="submit" variant="danger" size="lg" className="mt-7 w-full" disabled={sending.isBusy}>
          Cancel the order
        </Button>
      </form>
    </Dialog>
  )
}
