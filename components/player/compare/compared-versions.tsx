import { ArrowLeftRight } from 'lucide-react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useEventAt } from '@/lib/kit/client/stream-log/use-window'
import { Button } from '../../ui/button'
import { cn } from '../../ui/cn'
import { formatCount } from '../../ui/format'
import { Time } from '../../ui/time'

interface ComparedVersionsProps {
  readonly session: StreamSession
  readonly from: number
  readonly to: number
  readonly isLive: boolean
  readonly onSwap: () => void
}

/** From which version to which, each with its sign on the slider. */
export const ComparedVersions = ({ session, from, to, isLive, onSwap }: ComparedVersionsProps) => (
  <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-x-3 px-4 pt-2 pb-3 sm:px-6">
    <Version
      end="From"
      sign="rounded-full border-2 border-ink"
      version={from}
      at={useEventAt(session, from)?.occurredAt}
    />
    <Button
      size="icon"
      aria-label="Swap the versions"
      title="Swap the versions"
      onClick={onSwap}
      className="rounded-full!"
    >
      <ArrowLeftRight aria-hidden className="size-4" strokeWidth={1.75} />
    </Button>
    <Version
      end="To"
      sign={cn('rotate-45 rounded-[2px]', isLive ? 'bg-accent' : 'bg-past')}
      version={to}
      at={useEventAt(session, to)?.occurredAt}
      isNow={isLive}
    />
  </div>
)

interface VersionProps {
  readonly end: 'From' | 'To'
  readonly sign: string
  readonly version: number
  readonly at: string | undefined
  readonly isNow?: boolean
}

const Version = ({ end, sign, version, at, isNow }: VersionProps) => (
  <p className={cn('min-w-0', end === 'To' && 'justify-self-end text-right')}>
    <span className={cn('flex items-center gap-2 whitespace-nowrap', end === 'To' && 'flex-row-reverse')}>
      <span aria-hidden className={cn('size-2.5 shrink-0', sign)} />
      <span className="sr-only">{`${end} `}</span>
      <span className="font-display text-2xl leading-tight tabular-nums">{`Version ${formatCount(version)}`}</span>
    </span>
    <span className="block text-xs text-muted tabular-nums">
      {isNow ? (
        'Now'
      ) : at ? (
        <Time iso={at} format="full" className="font-mono text-xs" />
      ) : (
        version === 0 && 'Before anything'
      )}
    </span>
  </p>
)
