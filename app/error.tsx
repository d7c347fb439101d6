'use client'

import { useEffect, useState } from 'react'
import { DeadEnd } from '@/components/shop/site/dead-end'
import { Button } from '@/components/ui/button'
import { isAway, whenBack } from '@/lib/shop/client/offline/come-back'

interface ErrorPageProps {
  readonly error: unknown
  readonly retry: () => void
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

/** A page that broke. Where that is because the shop can't be reached, it says so and comes back by itself. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const [away, setAway] = useState(false)
  useEffect(() => {
    let stop = () => {}
    let isLeft = false
    void isAway().then((away) => {
      if (!away || isLeft) return
      setAway(true)
      stop = whenBack(retry)
    })
    return () => {
      isLeft = true
      stop()
    }
  }, [retry])
  const digest = digestOf(error)
  return (
    <DeadEnd
      title={away ? 'Back in a moment.' : 'We lost the thread.'}
      words={
        away
          ? 'The shop can’t be reached just now. Nothing is lost, and this page comes back by itself.'
          : 'The page failed, not your cart: every change it ever took is safe in the log.'
      }
    >
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {digest && !away && <p className="font-mono text-muted text-xs">Reference {digest}</p>}
    </DeadEnd>
  )
}
