'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { minPasswordLength, newPassword } from '@/lib/shop/wire/password'
import type { PasswordResetAnswer } from '@/lib/shop/wire/password-reset'
import { TextField } from '../../ui/text-field'
import { unreachable } from '../site/unreachable'
import { FormError } from './form-error'
import { passwordWords } from './password-words'
import { SubmitButton } from './submit-button'
import { tooBusy } from './too-many-tries'

interface ResetPasswordFormProps {
  readonly email: string
  readonly reset: (newPassword: string) => Promise<PasswordResetAnswer>
  readonly onChanged: () => void
}

const typed = z.object({ newPassword })

/** Chooses a new password for the account of an address. */
export const ResetPasswordForm = ({ email, reset, onChanged }: ResetPasswordFormProps) => {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(typed),
    defaultValues: { newPassword: '' },
  })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (chosen) => {
    const answer = await reset(chosen.newPassword).catch(() => undefined)
    if (answer?.type === 'changed') return onChanged()
    const { field, message } = wordsOf(answer)
    setError(field, { message }, { shouldFocus: true })
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <TextField label="E-mail" type="email" autoComplete="username" value={email} readOnly />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters. Wherever you are signed in, you will be signed out.`}
        error={errors.newPassword?.message && `Your new password ${errors.newPassword.message}.`}
        {...register('newPassword')}
      />
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting}>Change password</SubmitButton>
    </form>
  )
}

interface ResetProblem {
  readonly field: 'root' | 'newPassword'
  readonly message: string
}

const wordsOf = (answer: Exclude<PasswordResetAnswer, { type: 'changed' }> | undefined): ResetProblem => {
  switch (answer?.type) {
    case 'PasswordTooCommon':
    case 'PasswordOfOwner':
      return { field: 'newPassword', message: passwordWords(answer) }
    case 'TooBusy':
      return { field: 'root', message: tooBusy }
    case 'LinkOver':
      return { field: 'root', message: 'The link was used meanwhile, or its hour is over.' }
    default:
      return { field: 'root', message: unreachable }
  }
}
