'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { minPasswordLength } from '@/lib/shop/wire/password'
import { newOwner } from '@/lib/shop/wire/sign-up'
import { TextField } from '../../ui/text-field'
import type { FinishProps } from './finish-here'
import { finishWords } from './finish-words'
import { FormError } from './form-error'
import { SubmitButton } from './submit-button'

/** Name and password once more, for who followed the link in another browser than it was asked for in. */
export const FinishElsewhere = ({ name, email, finish }: FinishProps) => {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(newOwner),
    defaultValues: { name, password: '' },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const submit = handleSubmit(async (owner) => {
    const answer = await finish(owner).catch(() => undefined)
    if (answer?.type === 'signedUp') return window.location.assign('/')
    const { field, message } = finishWords(answer)
    setError(field, { message }, { shouldFocus: true })
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <p className="text-md text-muted">
        This account was asked for in another browser. Choose its password here: nobody else knows it then.
        The cart there stays there.
      </p>
      <TextField label="E-mail" type="email" autoComplete="username" value={email} readOnly />
      <TextField
        label="Name"
        autoComplete="name"
        error={errors.name?.message && `Name ${errors.name.message}.`}
        {...register('name')}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters.`}
        error={errors.password?.message && `Password ${errors.password.message}.`}
        {...register('password')}
      />
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting || isSubmitSuccessful}>Finish signing up</SubmitButton>
    </form>
  )
}
