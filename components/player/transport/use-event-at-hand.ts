'use client'

import { useCallback } from 'react'
import type { StreamHistory } from '@/lib/kit/client/stream-log/stream-log'
import { eventAt } from '@/lib/kit/history/history'
import { outlineColumns } from '@/lib/kit/history/outline'

/** The event of a version of a short history; of a long one none is drawn by itself. */
export const useEventAtHand = (history: StreamHistory) => {
  const drawn = history.version <= 2 * outlineColumns ? history : undefined
  return useCallback((version: number) => drawn && eventAt(drawn, version), [drawn])
}
