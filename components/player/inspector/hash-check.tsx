'use client'

import { Link2, ShieldCheck, ShieldX } from 'lucide-react'
import { useState } from 'react'
import { type HashVerdict, verifyHash } from '@/lib/kit/client/stream-log/verify-hash'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { Button } from '../../ui/button'
import { CopyButton } from '../timeline/copy-button'

interface HashCheckProps {
  readonly event: RecordedEvent
  readonly previousHash: string | undefined
}

/** The event's link in its stream's chain; the browser can make the hash anew and say whether it holds. */
export const HashCheck = ({ event, previousHash }: HashCheckProps) => {
  const [verdict, setVerdict] = useState<HashVerdict>()
  const verify = async () => setVerdict(await verifyHash(event, previousHash))
  return (
    <section aria-label="Hash" className="mt-4 border-line border-t pt-3">
      <Hash
        name={previousHash ? `Hash of event ${event.version - 1}` : 'The first of its chain'}
        hash={previousHash}
      />
      <Link2 aria-hidden className="my-0.5 size-3.5 rotate-90 text-muted" />
      <Hash name="Hash of this event" hash={event.hash} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="sm" onClick={verify}>
          Verify
        </Button>
        <div role="status" aria-label="Verdict" className="min-w-0 flex-1 basis-56 text-sm">
          {verdict ? (
            <VerdictWords verdict={verdict} />
          ) : (
            <span className="text-muted">Computed in this browser, from what the event says.</span>
          )}
        </div>
      </div>
    </section>
  )
}

const Hash = ({ name, hash }: { readonly name: string; readonly hash: string | undefined }) => (
  <div>
    <p className="text-xs text-muted">{name}</p>
    {hash && (
      <div className="flex items-start justify-between gap-2">
        <code className="wrap-anywhere min-w-0 font-mono text-xs leading-relaxed">{hash}</code>
        <CopyButton text={hash} what={name.toLowerCase()} className="-my-1.5" />
      </div>
    )}
  </div>
)

const VerdictWords = ({ verdict }: { readonly verdict: HashVerdict }) => {
  switch (verdict.type) {
    case 'verified':
      return (
        <p className="flex items-center gap-2 text-kind-green">
          <ShieldCheck aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          Verified: event and chain match.
        </p>
      )
    case 'mismatch':
      return (
        <div className="text-danger">
          <p className="flex items-center gap-2 font-medium">
            <ShieldX aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            Does not match: this is not what was recorded.
          </p>
          <p className="wrap-anywhere mt-1 font-mono text-xs">{`Computed ${verdict.recomputed}`}</p>
        </div>
      )
    case 'notHashable':
      return <p className="text-danger">{`Does not match: ${verdict.reason}.`}</p>
    case 'unavailable':
      return (
        <p className="text-muted">
          This can’t be checked now: what computes it could not be fetched. Try again.
        </p>
      )
  }
}
