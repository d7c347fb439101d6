'use client'

import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useEventAt, useStateAt } from '@/lib/kit/client/stream-log/use-window'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { useStreamView } from '../view/use-stream-view'

/** An event with what surrounds it. */
export interface Inspected {
  readonly event: RecordedEvent
  /** The hash of the event before it; undefined for a stream's first. */
  readonly previousHash: string | undefined
  /** The state before all that the event tells of. */
  readonly before: Versioned
  readonly after: Versioned
}

/** The event of a version and what surrounds it; undefined until all of it is there. */
export const useInspected = (session: StreamSession, version: number): Inspected | undefined => {
  const view = useStreamView()
  const event = useEventAt(session, version)
  const previous = useEventAt(session, version - 1)
  const before = useStateAt(session, event ? view.versionBefore(event) : version)
  const after = useStateAt(session, version)
  if (!event || !before || !after || (version > 1 && !previous)) return undefined
  return { event, previousHash: previous?.hash, before, after }
}
