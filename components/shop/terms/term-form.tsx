import type { FormEvent, ReactNode } from 'react'
import type { TermsRequest } from '@/lib/shop/terms/wire/api-terms'
import { Button } from '../../ui/button'
import { FormError } from '../account/form-error'
import { useSetTerm } from './use-set-term'

export type Typed = (name: string) => string

interface TermFormProps {
  readonly label: string
  readonly button: string
  /** What the form says, as it was filled in. */
  readonly commandOf: (typed: Typed) => TermsRequest
  /** Whether it is empty again once it was taken. */
  readonly isNew?: boolean
  readonly children: ReactNode
}

/** A form that sets one term. */
export const TermForm = ({ label, button, commandOf, isNew = false, children }: TermFormProps) => {
  const { set, isBusy, refused } = useSetTerm()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const data = new FormData(form)
    const isSet = await set(commandOf((name) => String(data.get(name) ?? '').trim()))
    if (isSet && isNew) form.reset()
  }
  return (
    <form
      method="post"
      aria-label={label}
      noValidate
      onSubmit={submit}
      className="grid grid-cols-2 items-start gap-x-5 gap-y-4 pt-5 sm:grid-cols-4 lg:grid-cols-6"
    >
      {children}
      <Button type="submit" className="mt-5 justify-self-start" aria-disabled={isBusy}>
        {button}
      </Button>
      <div className="col-span-full empty:hidden">
        <FormError>{refused}</FormError>
      </div>
    </form>
  )
}
