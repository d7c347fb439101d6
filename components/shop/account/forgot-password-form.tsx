'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { LookIntoMail as Sent } from '@/lib/shop/wire/mail-link'
import { type ResetRequest, type ResetRequestAnswer, resetRequest } from '@/lib/shop/wire/password-reset'
import { TextField } from '../../ui/text-field'
import { unreachable } from '../site/unreachable'
import { FormError } from './form-error'
import { LookIntoMail } from './look-into-mail'
import { SubmitButton } from './submit-button'
import { tooManyTries } from './too-many-tries'

interface ForgotPasswordFormProps {
  readonly forgotPassword: (request: ResetRequest) => Promise<ResetRequestAnswer>
}

/** Asks for a mail with which a new password is chosen. */
export const ForgotPasswordForm = ({ forgotPassword }: ForgotPasswordFormProps) => {
  const { register, handleSubmit, setError, formState } = useForm<ResetRequest>({
    resolver: zodResolver(resetRequest),
    defaultValues: { email: '' },
  })
  const { errors, isSubmitting } = formState
  const [sent, setSent] = useState<Sent & ResetRequest>()
  const submit = handleSubmit(async (typed) => {
    const answer = await forgotPassword(typed).catch(() => undefined)
    if (answer?.type === 'lookIntoMail') return setSent({ ...answer, ...typed })
    const isTooMany = answer?.type === 'TooManyTries'
    setError('root', {
      message: isTooMany ? tooManyTries(answer.retryAfterSeconds) : unreachable,
    })
  })
  if (sent)
    return (
      <LookIntoMail
        to={sent.email}
        words="Its link lets you choose a new password, for an hour."
        isByHand={sent.isByHand}
        onBack={() => setSent(undefined)}
      />
    )
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email?.message && `E-mail ${errors.email.message}.`}
        {...register('email')}
      />
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting}>Send the mail</SubmitButton>
    </form>
  )
}
