import type { UseFormReturn } from 'react-hook-form'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'

interface ReasonFieldProps {
  readonly form: UseFormReturn<{ reason: string }>
  /** Offered to be taken as they are. */
  readonly usualReasons: readonly string[]
  readonly hint?: string
}

/** Asks why something is done to a cart, since the log keeps the reason. */
export const ReasonField = ({ form, usualReasons, hint }: ReasonFieldProps) => {
  const { register, setValue, setFocus, formState } = form
  const message = formState.errors.reason?.message
  const choose = (reason: string) => {
    setValue('reason', reason, { shouldValidate: true })
    setFocus('reason')
  }
  return (
    <>
      <TextField
        label="Your reason"
        hint={hint}
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
    </>
  )
}
