'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { TextField } from '../../ui/text-field'
import { FormError } from './form-error'
import { signIn } from './sign-in'
import { SubmitButton } from './submit-button'

const credentials = z.object({
  email: z.string().trim().min(1, 'Your e-mail address is missing.'),
  password: z.string().min(1, 'Your password is missing.'),
})

/** Signs in and opens the page one came for; else staff find all carts, shoppers the shop. */
export const SignInForm = ({ next }: { readonly next: string | undefined }) => {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(credentials),
    defaultValues: { email: '', password: '' },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const submit = handleSubmit(async (typed) => {
    const answer = await signIn(typed)
    if (answer.type === 'refused') return setError('root', { message: answer.why })
    window.location.assign(next ?? (answer.isStaff ? '/carts' : '/'))
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...register('email')}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password')}
      />
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting || isSubmitSuccessful}>Sign in</SubmitButton>
    </form>
  )
}
