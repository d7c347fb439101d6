'use client'

import { useState } from 'react'
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
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async () => {
    setIsBusy(true)
    setProblem(undefined)
    const answer = await finish().catch(() => undefined)
    if (answer?.type === 'signedUp') return window.location.assign('/')
    setIsBusy(false)
    setProblem(finishWords(answer).message)
  }
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      className="grid gap-6"
    >
      <p className="text-lg">
        <bdi className="block wrap-anywhere">{name}</bdi>
        <bdi className="block wrap-anywhere text-muted">{email}</bdi>
      </p>
      <FormError>{problem}</FormError>
      <SubmitButton isBusy={isBusy}>Finish signing up</SubmitButton>
    </form>
  )
}
