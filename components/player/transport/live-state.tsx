'use client'

import { Radio } from 'lucide-react'
import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { ConnectionMark } from '@/components/ui/connection-mark'
import { count } from '@/components/ui/format'
import type { Connection } from '@/lib/kit/client/connection/connection'

interface LiveStateProps {
  readonly isLive: boolean
  readonly unseen: number
  readonly connection: Connection
  readonly onReturn: () => void
}

/** Whether one sees the stream as it is now; elsewhere, what came since and the way back. */
export const LiveState = memo(({ isLive, unseen, connection, onReturn }: LiveStateProps) => (
  <div
    data-connection={connection}
    className="relative flex min-h-12 items-center justify-end [grid-area:live]"
  >
    {isLive ? (
      <p className="flex items-center gap-2 text-sm text-muted">
        <ConnectionMark connection={connection} />
      </p>
    ) : (
      <button
        type="button"
        onClick={onReturn}
        className="flex h-11 items-center gap-2 whitespace-nowrap rounded-full bg-past px-4 font-medium text-card text-md hover:brightness-110"
      >
        <Radio aria-hidden className="size-4 @max-[20rem]:hidden" />
        Return to live
      </button>
    )}
    <p
      className={cn(
        'pointer-events-none absolute -top-1 right-3 rounded-full bg-accent text-2xs text-on-accent tabular-nums',
        unseen > 0 && 'px-2 py-px',
      )}
    >
      {unseen > 0 && count(unseen, 'new', 'new')}
    </p>
  </div>
))
