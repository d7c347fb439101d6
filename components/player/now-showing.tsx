'use client'

import { useMemo } from 'react'
import { productNames } from '@/components/timeline/product-names'
import { sentence } from '@/components/timeline/sentence'
import { Time } from '@/components/ui/time'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'

interface NowShowingProps {
  readonly events: readonly RecordedCartEvent[]
  readonly version: number
}

/** Which version is looked at, and the event that made it. */
export const NowShowing = ({ events, version }: NowShowingProps) => {
  const names = useMemo(() => productNames(events), [events])
  const event = events[version - 1]
  return (
    <div className="min-w-0 [grid-area:text]">
      <p className="font-display text-[1.75rem] leading-none tabular-nums">
        {`Version ${version} `}
        <span className="text-muted">{`of ${events.length}`}</span>
      </p>
      <p className="mt-1 truncate text-[13px] text-muted">
        {event ? (
          <>
            {sentence(event, names)} · <Time iso={event.occurredAt} className="font-mono text-[12px]" />
          </>
        ) : (
          'Nothing yet'
        )}
      </p>
    </div>
  )
}
