'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { memo } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { stateAt } from '@/lib/kit/history/history'
import { plainText } from '@/lib/kit/wire/text'
import type { Restore } from '@/lib/shop/cart/client/use-cart-commands'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { useRestorePreview } from '@/lib/shop/cart/client/use-restore-preview'
import type { CartState } from '@/lib/shop/cart/state'
import { Button } from '../../ui/button'
import { isLikeNow } from './is-like-now'
import { ReasonField } from './reason-field'
import { RestoreChanges } from './restore-changes'

interface RestoreFormProps {
  readonly session: CartSession
  /** Null while it goes away. */
  readonly toVersion: number | null
  readonly onRestore: (restore: Restore) => void
}

/** What would change, and the button; staff says why. While it goes away it stays as it was. */
export const RestoreForm = memo(
  ({ session, toVersion, onRestore }: RestoreFormProps) => {
    const past = toVersion === null ? undefined : stateAt(session.log.history, toVersion)
    if (!past) return null
    return <Form session={session} past={past} onRestore={onRestore} />
  },
  (_, next) => next.toVersion === null,
)

/** A shopper needn't say why: then no reason is recorded. */
const reasonOf = (asked: boolean) => z.object({ reason: asked ? plainText(200) : z.string() })
const usualReasons = ['The shopper asked', 'Removed by mistake', 'Our mistake']

interface FormProps {
  readonly session: CartSession
  readonly past: CartState
  readonly onRestore: (restore: Restore) => void
}

const Form = ({ session, past, onRestore }: FormProps) => {
  const { readOnly, optimistic: now } = session
  const form = useForm({ resolver: zodResolver(reasonOf(readOnly)), defaultValues: { reason: '' } })
  const outlook = useRestorePreview(session, past)
  const toVersion = past.version
  const restore = form.handleSubmit(({ reason }) =>
    onRestore({ toVersion, ...(readOnly && { reason }), seen: now.version }),
  )
  return (
    <form noValidate onSubmit={restore}>
      <RestoreChanges now={now} outlook={outlook} />
      {readOnly && (
        <div className="pt-6">
          <ReasonField
            form={form}
            usualReasons={usualReasons}
            hint="The shopper can read it in the timeline."
          />
        </div>
      )}
      <Button
        type="submit"
        variant="past"
        size="lg"
        className="mt-7 w-full"
        disabled={isLikeNow(now, outlook.after)}
      >
        {`Back to version ${toVersion}`}
      </Button>
    </form>
  )
}
