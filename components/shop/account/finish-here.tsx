'use client'

import { useForm } from 'react-hook-form'
import type { NewOwner, SignUpFinished } from '@/lib/shop/wire/sign-up'
import { finishWords } from './finish-words'
import { FormError } from './form-error'
import { SubmitButton } from './submit-button'

export interface FinishProps {
  readonly name: string
  readonly email: string
  readonly finish: (owner?: NewOwner) => Promise<SignUpFinished>
}

/** One press, for who followed the link where they had asked for it. A link alone does nothing: mail programs follow links, too. */
export const FinishHere = ({ name, email, finish }: FinishProps) => {
  const { handleSubmit, setError, formState } = useForm()
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const submit = handleSubmit(async () => {
    const answer = await finish().catch(() => undefined)
    if (answer?.type === 'signedUp') return window.location.assign('/')
    setError('root', { message: finishWords(answer).message })
  })
  return (
    <form method="post" onSubmit={submit} className="grid gap-6">
      <p className="text-lg">
        <bdi className="block wrap-anywhere">{name}</bdi>
        <bdi className="block wrap-anywhere text-muted">{email}</bdi>
      </p>
      <FormError>{errors.root?.message}</FormError>
      <SubmitButton isBusy={isSubmitting || isSubmitSuccessful}>Finish signing up</SubmitButton>
    </form>
  )
}
