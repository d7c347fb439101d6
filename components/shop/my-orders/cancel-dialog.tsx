import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { plainText } from '@/lib/kit/wire/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FormError } from '../account/form-error'
import { ReasonField } from '../cart/reason-field'
import { useAskOrder } from './use-ask-order'

interface CancelDialogProps {
  readonly orderId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

const reasonOnly = z.object({ reason: plainText(200) })

/** Asks why before an order is cancelled. */
export const CancelDialog = ({ orderId, isOpen, onClose }: CancelDialogProps) => {
  const form = useForm({ resolver: zodResolver(reasonOnly), defaultValues: { reason: '' } })
  const { errors, isSubmitting } = form.formState
  const ask = useAskOrder(orderId)
  const cancel = form.handleSubmit(async ({ reason }) => {
    const refused = await ask({ type: 'CancelOrder', reason })
    if (refused) return form.setError('root', { message: refused })
    onClose()
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(opened) => !opened && onClose()}
      title="Cancel the order?"
      description="Nothing of it is sent, and nothing is charged."
    >
      <form noValidate onSubmit={cancel}>
        <ReasonField
          form={form}
          usualReasons={['Ordered by mistake', 'It takes too long', 'Found it elsewhere']}
        />
        <FormError>{errors.root?.message}</FormError>
        <Button type="submit" variant="danger" size="lg" className="mt-7 w-full" aria-disabled={isSubmitting}>
          Cancel the order
        </Button>
      </form>
    </Dialog>
  )
}
