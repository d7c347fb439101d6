'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '../../../ui/button'
import { count } from '../../../ui/format'
import { tell, tellTrouble } from '../../../ui/tell'
import { unreachable } from '../../site/unreachable'

interface PutAwayProps {
  readonly putAway: () => Promise<{ readonly withdrawn: number } | { readonly type: 'notAllowed' }>
}

/** Withdraws what of the shop's first catalogue nobody has made their own. */
export const PutAway = ({ putAway }: PutAwayProps) => {
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const run = () =>
    start(async () => {
      const answer = await putAway().catch(() => undefined)
      if (!answer) return tellTrouble(unreachable)
      if ('type' in answer) return tellTrouble('The catalogue is for staff to keep.')
      tell(
        answer.withdrawn === 0
          ? 'Nothing is left of it as it was.'
          : `${count(answer.withdrawn, 'product')} withdrawn. Each may be brought back.`,
      )
      router.refresh()
    })
  return (
    <Button onClick={run} disabled={isBusy}>
      Put the starter catalogue away
    </Button>
  )
}
