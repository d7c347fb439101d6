'use client'

import { Radio } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { count } from '@/components/ui/format'
import type { Connection } from '@/lib/client/use-cart-log'

interface LiveStateProps {
  readonly isLive: boolean
  readonly unseen: number
  readonly connection: Connection
  readonly onReturn: () => void
}

/** Whether one sees the cart as it is now; elsewhere, what came since and the way back. */
export const LiveState = ({ isLive, unseen, connection, onReturn }: LiveStateProps) => (
  <div className="flex min-h-11 items-center gap-3">
    <p role="status" className="font-mono text-[12px] text-past tabular-nums">
      {unseen > 0 && count(unseen, 'new', 'new')}
    </p>
    {isLive ? (
      <p className="flex items-center gap-2 text-[13px] text-muted">
        <span
          aria-hidden
          className={cn('size-2 rounded-full', connection === 'live' ? 'bg-accent' : 'border border-muted')}
        />
        {connection === 'reconnecting' ? 'Reconnecting' : 'Live'}
      </p>
    ) : (
      <button
        type="button"
        onClick={onReturn}
        className="flex h-11 items-center gap-2 rounded-full bg-past px-4 font-medium text-card text-sm hover:brightness-110"
      >
        <Radio aria-hidden className="size-4" />
        Return to live
      </button>
    )}
  </div>
)
