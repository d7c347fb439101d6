import type { UseFormReturn } from 'react-hook-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

interface RestoreReasonProps {
  readonly form: UseFormReturn<{ reason: string }>
}

const usualReasons = ['The shopper asked', 'Removed by mistake', 'Our mistake']

/** Why staff changes somebody's cart; the shopper reads it in the timeline. */
export const RestoreReason = ({ form }: RestoreReasonProps) => {
  const { register, setValue, setFocus, formState } = form
  const message = formState.errors.reason?.message
  const choose = (reason: string) => {
    setValue('reason', reason, { shouldValidate: true })
    setFocus('reason')
  }
  return (
    <div className="pt-6">
      <TextField
        label="Your reason"
        hint="The shopper can read it in the timeline."
        autoComplete="off"
        error={message && `Your reason ${message}.`}
        {...register('reason')}
      />
      <div className="flex flex-wrap gap-2 pt-3">
        {usualReasons.map((reason) => (
          <Button key={reason} size="sm" onClick={() => choose(reason)}>
            {reason}
          </Button>
        ))}
      </div>
    </div>
  )
}
