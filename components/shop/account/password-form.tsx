'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import {
  minPasswordLength,
  type PasswordAnswer,
  type PasswordChange,
  passwordChange,
} from '@/lib/shop/wire/password'
import { TextField } from '../../ui/text-field'
import { unreachable } from '../site/unreachable'
import { FormError } from './form-error'
import { passwordWords } from './password-words'
import { SubmitButton } from './submit-button'
import { tooBusy, tooManyTries } from './too-many-tries'

interface PasswordFormProps {
  /** For password managers, which keep a password beside a name. */
  readonly email: string
  readonly changePassword: (change: PasswordChange) => Promise<PasswordAnswer>
}

const nothing: PasswordChange = { currentPassword: '', newPassword: '' }

/** Gives oneself another password. */
export const PasswordForm = ({ email, changePassword }: PasswordFormProps) => {
  const { register, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(passwordChange),
    defaultValues: nothing,
  })
  const { errors, isSubmitting } = formState
  const [isChanged, setIsChanged] = useState(false)
  const submit = handleSubmit(async (typed) => {
    setIsChanged(false)
    const answer = await changePassword(typed).catch(() => undefined)
    if (answer?.type === 'changed') {
      reset(nothing)
      return setIsChanged(true)
    }
    const { field, message } = wordsOf(answer)
    setError(field, { message }, { shouldFocus: true })
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <h2 className="font-display text-3xl">Change your password</h2>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        error={errors.currentPassword?.message && `Your current password ${errors.currentPassword.message}.`}
        {...register('currentPassword')}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters. Wherever else you are signed in, you will be signed out.`}
        error={errors.newPassword?.message && `Your new password ${errors.newPassword.message}.`}
        {...register('newPassword')}
      />
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting}>Change password</SubmitButton>
      <p role="status" className="text-md empty:hidden">
        {isChanged ? 'Your password is changed.' : ''}
      </p>
    </form>
  )
}

interface FormProblem {
  readonly field: 'root' | 'currentPassword' | 'newPassword'
  readonly message: string
}

const wordsOf = (answer: Exclude<PasswordAnswer, { type: 'changed' }> | undefined): FormProblem => {
  switch (answer?.type) {
    case 'WrongPassword':
      return { field: 'currentPassword', message: 'is another one' }
    case 'PasswordTooCommon':
    case 'PasswordOfOwner':
      return { field: 'newPassword', message: passwordWords(answer) }
    case 'TooManyTries':
      return { field: 'root', message: tooManyTries(answer.retryAfterSeconds) }
    case 'TooBusy':
      return { field: 'root', message: tooBusy }
    case 'signedOut':
      return { field: 'root', message: 'You were signed out. Sign in, then change your password.' }
    default:
      return { field: 'root', message: unreachable }
  }
}
