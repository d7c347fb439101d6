'use client'

import { useForm } from 'react-hook-form'
import type { CustomerRequest } from '@/lib/shop/customer/wire/customer-requests'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { type ChangeCustomer, useChange } from './use-change'

/** What a line of this form asks for, once something is written on it. */
const kinds = {
  name: {
    label: 'Name',
    button: 'Change name',
    requestOf: (written: string): CustomerRequest => ({ type: 'ChangeName', name: written }),
  },
  email: {
    label: 'Signs in with',
    button: 'Change address',
    requestOf: (written: string): CustomerRequest => ({ type: 'ChangeEmail', email: written }),
  },
  phone: {
    label: 'Phone',
    button: 'Change number',
    requestOf: (written: string): CustomerRequest => ({
      type: 'ChangePhone',
      ...(written !== '' && { phone: written }),
    }),
  },
  deactivate: {
    label: 'Why they are let in no more',
    button: 'Deactivate',
    requestOf: (written: string): CustomerRequest => ({ type: 'DeactivateCustomer', reason: written }),
  },
} as const

interface ChangeFormProps {
  readonly change: ChangeCustomer
  readonly customerId: string
  readonly kind: keyof typeof kinds
  /** What it is by now. */
  readonly value: string
}

/** One line of what is known of a customer, to be written anew. */
export const ChangeForm = ({ change, customerId, kind, value }: ChangeFormProps) => {
  const { label, button, requestOf } = kinds[kind]
  const send = useChange(change, customerId)
  const { register, handleSubmit, setError, formState } = useForm({ values: { line: value } })
  const submit = handleSubmit(async ({ line }) => {
    const why = await send(requestOf(line.trim()))
    if (why) setError('line', { message: why })
  })
  return (
    <form method="post" noValidate onSubmit={submit} aria-label={button} className="flex items-start gap-3">
      <TextField
        label={label}
        autoComplete="off"
        error={formState.errors.line?.message}
        className="min-w-0 grow"
        {...register('line')}
      />
      <Button
        type="submit"
        variant={kind === 'deactivate' ? 'danger' : 'secondary'}
        disabled={formState.isSubmitting || !formState.isDirty}
        className="mt-5"
      >
        {button}
      </Button>
    </form>
  )
}
