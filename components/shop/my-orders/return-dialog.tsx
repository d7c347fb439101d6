import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { plainText } from '@/lib/kit/wire/text'
import { kept, type OrderLine, type OrderState } from '@/lib/shop/order/state'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { FormError } from '../account/form-error'
import { useAskOrder } from './use-ask-order'

interface ReturnDialogProps {
  readonly order: OrderState
  readonly isOpen: boolean
  readonly onClose: () => void
}

const typed = z.object({ pieces: z.record(z.string(), z.string()), reason: plainText(200) })

const returnable = (line: OrderLine): number => kept(line) - line.returning

/** Asks which pieces come back, and why. */
export const ReturnDialog = ({ order, isOpen, onClose }: ReturnDialogProps) => {
  const form = useForm({ resolver: zodResolver(typed), defaultValues: { pieces: {}, reason: '' } })
  const { register, setError, reset, formState } = form
  const ask = useAskOrder(order.id)
  const announce = form.handleSubmit(async ({ pieces, reason }) => {
    const lines = Object.entries(pieces)
      .map(([key, quantity]) => ({ lineId: key.slice(1), quantity: Number(quantity) }))
      .filter(({ quantity }) => quantity > 0)
    if (lines.length === 0) return setError('root', { message: 'Choose what comes back.' })
    const refused = await ask({ type: 'RequestReturn', lines, reason })
    if (refused) return setError('root', { message: refused })
    reset()
    onClose()
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(opened) => !opened && onClose()}
      title="Return something"
      description="Send it back once you have told us. It is refunded when it is here."
    >
      <form noValidate onSubmit={announce} className="grid gap-4">
        {order.lines
          .filter((line) => returnable(line) > 0)
          .map((line) => (
            // A record's key that is a number alone would be an index.
            <SelectField
              key={line.lineId}
              label={line.productName}
              {...register(`pieces.l${line.lineId}` as 'pieces')}
            >
              {Array.from({ length: returnable(line) + 1 }, (_, pieces) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it says
                <option key={pieces} value={pieces}>
                  {pieces === 0 ? 'keep' : `${pieces} of ${returnable(line)}`}
                </option>
              ))}
            </SelectField>
          ))}
        <TextField
          label="Why it comes back"
          autoComplete="off"
          error={formState.errors.reason?.message && `The reason ${formState.errors.reason.message}.`}
          {...register('reason')}
        />
        <FormError>{formState.errors.root?.message}</FormError>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="mt-3 w-full"
          aria-disabled={formState.isSubmitting}
        >
          Announce the return
        </Button>
      </form>
    </Dialog>
  )
}
