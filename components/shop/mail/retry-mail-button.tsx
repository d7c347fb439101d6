'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import type { RetryMailAnswer } from '@/lib/shop/wire/shown-mail'
import { Button } from '../../ui/button'
import { tellTrouble } from '../../ui/tell'
import { unreachable } from '../site/unreachable'

export type RetryMail = (id?: string) => Promise<RetryMailAnswer>

interface RetryMailButtonProps {
  readonly retry: RetryMail
  /** All that were refused when left out. */
  readonly id?: string
  readonly children: string
}

/** Lets mails be sent again at once. */
export const RetryMailButton = ({ retry, id, children }: RetryMailButtonProps) => {
  const router = useRouter()
  const [isTrying, startTrying] = useTransition()
  const tryAgain = () =>
    startTrying(async () => {
      const answer = await retry(id).catch(() => undefined)
      if (answer?.type === 'tried') return router.refresh()
      tellTrouble(unreachable)
    })
  return (
    <Button size="sm" disabled={isTrying} onClick={tryAgain}>
      {children}
    </Button>
  )
}
