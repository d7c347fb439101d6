'use client'

import { DeadEnd } from '@/components/site/dead-end'
import { Button } from '@/components/ui/button'

interface ErrorPageProps {
  readonly error: unknown
  readonly retry: () => void
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = digestOf(error)
  return (
    <DeadEnd
      title="We lost the thread."
      words="The page failed, not your cart: every change it ever took is safe in the log."
    >
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {digest && <p className="font-mono text-muted text-xs">Reference {digest}</p>}
    </DeadEnd>
  )
}
