'use client'

import { formatClock, formatDateTime, formatUtc } from './format'

/** An instant in local time, with UTC on hover. The server can't know the reader's zone: the browser corrects it. */
export const Time = ({ iso, style = 'clock', className }: { iso: string; style?: 'clock' | 'full'; className?: string }) => (
  <time dateTime={iso} title={formatUtc(iso)} className={className} suppressHydrationWarning>
    {style === 'clock' ? formatClock(iso) : formatDateTime(iso)}
  </time>
)
