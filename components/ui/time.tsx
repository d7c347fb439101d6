'use client'

import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { formatClock, formatDateTime, formatUtc } from './format'

interface TimeProps {
  readonly iso: string
  readonly format?: 'clock' | 'full'
  readonly className?: string
}

/** An instant in local time, with UTC on hover. The server doesn't know the reader's zone and says UTC. */
export const Time = ({ iso, format = 'clock', className }: TimeProps) => {
  const zone = useHydrated() ? undefined : 'UTC'
  return (
    <time dateTime={iso} title={formatUtc(iso)} className={className}>
      {format === 'clock' ? formatClock(iso, zone) : formatDateTime(iso, zone)}
    </time>
  )
}
