'use client'

import { useState } from 'react'

/** How many events came since one left the head; none while one is there. */
export const useUnseen = (isLive: boolean, head: number): number => {
  /** The head when it was left; null while live. */
  const [leftAt, setLeftAt] = useState(isLive ? null : head)
  if (isLive !== (leftAt === null)) setLeftAt(isLive ? null : head)
  return leftAt === null ? 0 : Math.max(0, head - leftAt)
}
