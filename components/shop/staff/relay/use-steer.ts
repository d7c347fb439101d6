'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { tell, tellTrouble } from '@/components/ui/tell'
import type { RelayRequest } from '@/lib/kit/wire/api-relay'
import type { SteerAnswer } from '@/lib/shop/wire/steer-answer'

export type Steer = (request: RelayRequest) => Promise<SteerAnswer>

/** What is told of what was done, and of what wasn't. */
interface Told {
  readonly done: string
  readonly not: string
}

/** Steers a target and tells what came of it; the page shows it next. */
export const useSteer = (steer: Steer) => {
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const run = (request: RelayRequest, told: Told): void =>
    start(async () => {
      const answer = await steer(request).catch(() => undefined)
      if (answer?.type === 'steered') {
        if (answer.done) tell(told.done)
        else tellTrouble(told.not)
      } else {
        tellTrouble(answer?.type === 'signedOut' ? 'Sign in again' : 'It could not be done. Try again.')
      }
      router.refresh()
    })
  return { isBusy, run }
}
