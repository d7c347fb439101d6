'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { count } from '@/components/ui/format'
import { tell, tellTrouble } from '@/components/ui/tell'
import type { RetryAnswer } from '@/lib/shop/wire/retry-answer'

export type Retry = (which: { readonly position?: number }) => Promise<RetryAnswer>

/** Has what a process could not do tried again and tells what came of it; the page shows it next. */
export const useRetry = (retry: Retry) => {
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const run = (position?: number): void =>
    start(async () => {
      const answer = await retry(position === undefined ? {} : { position }).catch(() => undefined)
      if (answer?.type === 'retried') tellRetried(answer.retried)
      else tellTrouble(answer?.type === 'signedOut' ? 'Sign in again' : 'It could not be done. Try again.')
      router.refresh()
    })
  return { isBusy, run }
}

const tellRetried = (retried: number): void =>
  retried > 0
    ? tell(`${count(retried, 'thing is', 'things are')} tried again`)
    : tellTrouble('It is not parked any more')
