'use client'

import { useEffect, useState } from 'react'
import type { Connection } from '../../../kit/client/connection/connection'

/** Of when a cart is that was kept in the browser, until it has followed the log once. */
export const useKnownAt = (keptAt: string | undefined, connection: Connection): string | undefined => {
  const [hasFollowed, setFollowed] = useState(false)
  const follows = connection === 'live' || connection === 'reading'
  useEffect(() => {
    if (follows) setFollowed(true)
  }, [follows])
  return follows || hasFollowed ? undefined : keptAt
}
