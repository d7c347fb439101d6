'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { memo } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import type { CartSession, Restore } from '@/lib/client/use-cart-session'
import { stateAt } from '@/lib/history/history'
import { plainText } from '@/lib/protocol/text'
import { Button } from '../ui/button'
import { isLikeNow } from './is-like-now'
import { ReasonField } from './reason-field'
import { RestoreChanges } from './restore-changes'

interface RestoreFormProps {
  readonly session: CartSession
  /** Null while it goes away. */
  readonly toVersion: number | null
  readonly onRestore: (restore: Restore) => void
}

const reasonOnly = z.object({ reason: plainText(200) })
const shoppersReason = 'changed my mind'
const usualReasons = ['The shopper asked', 'Removed by mistake', 'Our mistake']

/** What would change, and the button; staff says why. While it goes away it stays as it was. */
export const RestoreForm = memo(
  ({ session, toVersion, onRestore }: RestoreFormProps) => {
    const form = useForm({
      resolver: zodResolver(reasonOnly),
      defaultValues: { reason: session.readOnly ? '' : shoppersReason },
    })
    if (toVersion === null) return null
    const now = session.optimistic
    const past = stateAt(session.log.history, toVersion)
    if (!past) return null
    const restore = form.handleSubmit(({ reason }) => onRestore({ toVersion, reason, seen: now.version }))
    return (
      <form noValidate onSubmit={restore}>
        <RestoreChanges now={now} past={past} />
        {session.readOnly && (
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
          disabled={isLikeNow(now, past)}
        >
          {`Back to version ${toVersion}`}
        </Button>
      </form>
    )
  },
  (_, next) => next.toVersion === null,
)
