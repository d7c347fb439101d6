'use client'

import type { ReactNode } from 'react'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { Button } from '../../ui/button'

interface SubmitButtonProps {
  readonly isBusy: boolean
  readonly children: ReactNode
}

/**
 * Sends a form that only the page's code can send: until that is there a fast hand would post it to a page, which takes
 * none. It looks ready all the same, for it is in a moment.
 */
export const SubmitButton = ({ isBusy, children }: SubmitButtonProps) => {
  const isReady = useHydrated()
  return (
    <Button
      type="submit"
      variant="primary"
      size="lg"
      disabled={isBusy || !isReady}
      className={isReady ? undefined : 'bg-accent! text-on-accent! opacity-100!'}
    >
      {children}
    </Button>
  )
}
