'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { type CreditAnswer, type CreditRequest, creditRequest } from '@/lib/shop/account/wire/credit'
import { textLinkStyle } from '../../ui/link-style'
import { TextField } from '../../ui/text-field'
import { FormError } from '../account/form-error'
import { SubmitButton } from '../account/submit-button'
import { formatMoney } from '../money-format'
import { unreachable } from '../site/unreachable'
import { storyPage } from '../story-page'
import { streamPage } from '../stream-page'
import { CreditCause } from './credit-cause'
import { creditWords } from './credit-words'

interface CreditFormProps {
  readonly credit: (request: CreditRequest) => Promise<CreditAnswer>
  /** Who it is for, where that is known. */
  readonly customer: string
  /** The event that it answers for. */
  readonly cause: RecordedEvent | undefined
}

const formSchema = creditRequest.omit({ commandId: true, causeEventId: true })
type Typed = Omit<CreditRequest, 'commandId' | 'causeEventId'>

const nothing: Typed = { customer: '', direction: 'deposit', amount: '', currency: 'USD', description: '' }

/** Gives a customer credit, or takes it back. A form that is sent again after no answer does it once. */
export const CreditForm = ({ credit, customer, cause }: CreditFormProps) => {
  const { register, handleSubmit, setError, reset, formState, watch } = useForm<Typed>({
    resolver: zodResolver(formSchema),
    defaultValues: { ...nothing, customer },
  })
  const { errors, isSubmitting } = formState
  const [sendOnce] = useState(createSendOnce)
  const [done, setDone] = useState<Extract<CreditAnswer, { type: 'accepted' }>>()
  const router = useRouter()
  const submit = handleSubmit(async (typed) => {
    setDone(undefined)
    const answer = await sendOnce((commandId) =>
      credit({ ...typed, commandId, causeEventId: cause?.eventId }),
    )
    if (!answer) return setError('root', { message: unreachable })
    if (answer.type !== 'accepted') return setError('root', { message: creditWords(answer) })
    reset({ ...nothing, customer, currency: typed.currency })
    setDone(answer)
    router.refresh()
  })
  const moved = done?.events.at(-1)
  return (
    <form
      method="post"
      noValidate
      onSubmit={submit}
      aria-label="Give credit"
      className="grid gap-x-6 gap-y-5 border-ink border-t border-b py-6 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_5rem_2fr_auto] lg:items-start"
    >
      {cause && <CreditCause cause={cause} />}
      <TextField
        label="Customer"
        hint="Their id, or the address they sign in with."
        autoComplete="off"
        error={errors.customer?.message && `The customer ${errors.customer.message}.`}
        {...register('customer')}
      />
      <TextField
        label="Amount"
        inputMode="decimal"
        autoComplete="off"
        error={errors.amount?.message && `The amount ${errors.amount.message}.`}
        {...register('amount')}
      />
      <TextField
        label="Currency"
        autoComplete="off"
        error={errors.currency?.message && `The currency ${errors.currency.message}.`}
        {...register('currency')}
      />
      <TextField
        label="What for"
        autoComplete="off"
        error={errors.description?.message && `What it is for ${errors.description.message}.`}
        {...register('description')}
      />
      <div className="grid gap-3">
        <fieldset className="flex gap-5 text-md">
          <legend className="sr-only">What to do</legend>
          <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
            <input type="radio" value="deposit" className="accent-(--accent)" {...register('direction')} />
            Credit
          </label>
          <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
            <input type="radio" value="withdraw" className="accent-(--accent)" {...register('direction')} />
            Take off
          </label>
        </fieldset>
        <SubmitButton isBusy={isSubmitting}>
          {watch('direction') === 'deposit' ? 'Give credit' : 'Take credit off'}
        </SubmitButton>
      </div>
      <div className="sm:col-span-full empty:hidden">
        <FormError>{errors.root?.message}</FormError>
        <p role="status" className="text-md empty:hidden">
          {done && moved && moved.type !== 'AccountOpened' && moved.type !== 'AccountClosed' && (
            <>
              {`${formatMoney(moved.data.amount)} ${moved.type === 'MoneyDeposited' ? 'credited' : 'taken off'}. `}
              <Link href={streamPage({ type: 'account', id: done.accountId })} className={textLinkStyle}>
                See the account
              </Link>
              {cause && (
                <>
                  {' · '}
                  <Link
                    href={`${storyPage(moved.metadata.correlationId)}?at=${moved.position}`}
                    className={textLinkStyle}
                  >
                    See the story
                  </Link>
                </>
              )}
            </>
          )}
        </p>
      </div>
    </form>
  )
}
