'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ConnectionMark } from '@/components/ui/connection-mark'
import { useOnline } from '@/lib/kit/client/connection/use-online'

const everyMs = 2_000

/** Looks up again what the page shows, for as long as somebody sees it, and says whether that goes well. */
export const LiveRefresh = () => {
  const { refresh } = useRouter()
  const isOnline = useOnline()
  const [isAway, setAway] = useState(false)

  useEffect(() => {
    const left = new AbortController()
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      // Next opens the page anew where it gets no answer, and a shop that is away has none to give.
      const isThere = await isReady(left.signal)
      if (left.signal.aborted) return
      setAway(!isThere)
      if (isThere) refresh()
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look, { signal: left.signal })
    return () => {
      clearInterval(timer)
      left.abort()
    }
  }, [refresh])

  const connection = !isOnline ? 'offline' : isAway ? 'reconnecting' : 'live'
  return (
    <p data-connection={connection} className="flex items-center gap-2 text-muted text-sm">
      <ConnectionMark connection={connection} />
    </p>
  )
}

const isReady = (signal: AbortSignal): Promise<boolean> =>
  fetch('/api/health/ready', { signal }).then(
    ({ ok }) => ok,
    () => false,
  )
