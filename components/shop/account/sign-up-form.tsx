'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { whyUndelivered } from '@/lib/kit/client/connection/undelivered'
import type { LookIntoMail as Sent } from '@/lib/shop/wire/mail-link'
import { minPasswordLength } from '@/lib/shop/wire/password'
import { type SignUpAnswer, type SignUpDetails, signUpDetails } from '@/lib/shop/wire/sign-up'
import { TextField } from '../../ui/text-field'
import { unreachable } from '../site/unreachable'
import { FormError } from './form-error'
import { LookIntoMail } from './look-into-mail'
import { passwordWords } from './password-words'
import { SubmitButton } from './submit-button'
import { tooBusy, tooManyTries } from './too-many-tries'

interface SignUpFormProps {
  readonly signUp: (details: SignUpDetails) => Promise<SignUpAnswer>
}

const fields = [
  { name: 'name', label: 'Name', autoComplete: 'name' },
  { name: 'email', label: 'E-mail', autoComplete: 'email', type: 'email' },
  {
    name: 'password',
    label: 'Password',
    autoComplete: 'new-password',
    type: 'password',
    hint: `At least ${minPasswordLength} characters.`,
  },
] as const

/** Asks for a mail with which a guest becomes a customer, with the cart they have. */
export const SignUpForm = ({ signUp }: SignUpFormProps) => {
  const { register, handleSubmit, setError, formState } = useForm<SignUpDetails>({
    resolver: zodResolver(signUpDetails),
    defaultValues: { name: '', email: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const [sent, setSent] = useState<Sent & Pick<SignUpDetails, 'email'>>()
  const submit = handleSubmit(async (details) => {
    let isRenewed = false
    const answer = await signUp(details).catch((error) => {
      isRenewed = whyUndelivered(error, undefined).type === 'standstill'
    })
    if (isRenewed) {
      return setError('root', { message: 'The shop was renewed. Reload this page, then try again.' })
    }
    if (!answer || answer.type === 'Malformed') return setError('root', { message: unreachable })
    switch (answer.type) {
      case 'lookIntoMail':
        return setSent({ ...answer, email: details.email })
      case 'PasswordTooCommon':
      case 'PasswordOfOwner':
        return setError('password', { message: passwordWords(answer) }, { shouldFocus: true })
      case 'TooManyTries':
        return setError('root', { message: tooManyTries(answer.retryAfterSeconds) })
      case 'TooBusy':
        return setError('root', { message: tooBusy })
      default:
        window.location.assign('/')
    }
  })
  if (sent)
    return (
      <LookIntoMail
        to={sent.email}
        words="Follow its link here, within a day, and the account is yours, with the cart you have."
        isByHand={sent.isByHand}
        onBack={() => setSent(undefined)}
      />
    )
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      {fields.map(({ name, label, ...field }) => {
        const message = errors[name]?.message
        return (
          <TextField
            key={name}
            label={label}
            error={message && `${label} ${message}.`}
            {...field}
            {...register(name)}
          />
        )
      })}
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting}>Create account</SubmitButton>
    </form>
  )
}
