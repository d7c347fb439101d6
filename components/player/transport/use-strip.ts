'use client'

import { useMemo } from 'react'
import { useOutline } from '@/lib/kit/client/playhead/use-outline'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { Mark } from './marks'
import { type StripScale, scaleByTime, scaleByVersion } from './strip-scale'

export type Axis = 'version' | 'time'

const nothing = { start: 1, width: 1, columns: [] }
const noMarks: readonly Mark[] = []

/** How the history is laid out on the strip, and what stands out in it. Without columns while it is being asked for. */
export const useStrip = (
  session: Pick<StreamSession, 'type' | 'path' | 'log'>,
  axis: Axis,
): { readonly scale: StripScale; readonly marks: readonly Mark[] } => {
  const outline = useOutline(session)
  const head = session.log.history.version
  const scale = useMemo(() => {
    const isByTime = axis === 'time' && outline !== undefined
    return isByTime ? scaleByTime(outline.byTime, head) : scaleByVersion(outline?.byVersion ?? nothing, head)
  }, [outline, axis, head])
  return { scale, marks: outline?.marks ?? noMarks }
}
