'use client'

import { useCallback, useState } from 'react'
import { useOtherStream } from '@/lib/kit/client/playhead/use-other-stream'

/** A timeline that stands still while the stream goes on. */
export interface Pause {
  /** The last version shown; null while it follows. */
  readonly at: number | null
  /** How many events wait to be shown. */
  readonly waiting: number
  readonly toggle: () => void
}

/** Holds a stream's timeline; the next stream's goes on. */
export const usePause = (streamId: string | null, head: number): Pause => {
  const [at, setAt] = useState<number | null>(null)
  useOtherStream(streamId, () => setAt(null))
  const toggle = useCallback(() => setAt((before) => (before === null ? head : null)), [head])
  return { at, waiting: at === null ? 0 : Math.max(0, head - at), toggle }
}
