'use client'

import { useMemo } from 'react'
import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { SearchableType } from '../../wire/searchable-type'
import type { StreamOpening } from '../../wire/stream-opening'
import { useStreamLog } from '../stream-log/use-stream-log'
import type { ScanWorker } from './scan-worker'
import { streamPart } from './stream-part'
import type { PendingEvent, StreamSession } from './stream-session'
import { useConnection } from './use-connection'
import { useReload } from './use-reload'

export interface StreamSessionOptions<State extends Versioned, Event extends DomainEvent> {
  /** Keep it the same from render to render. */
  readonly type: SearchableType<State, Event>
  /** What the page came with. */
  readonly opening: StreamOpening<State, Event>
  /** Begins a worker that answers questions to whole histories. Keep it the same, too. */
  readonly spawnScan: () => ScanWorker
}

const nothing: readonly PendingEvent<never>[] = []
/** Nothing is sent from here: what a page anew would lose is only what somebody is at. */
const nothingUnsent = { unsent: { count: 0, isKept: true }, isWritten: () => true }

/** A stream of any type to be looked at, live and at any past version. Nothing can be done to it. */
export const useStreamSession = <State extends Versioned, Event extends DomainEvent>({
  type,
  opening,
  spawnScan,
}: StreamSessionOptions<State, Event>): StreamSession<State, Event> => {
  const { streamId } = opening
  const { log, link, loadWindow, windows } = useStreamLog(type, streamId, opening)
  const connection = useConnection({ hasStream: true, link })
  useReload({ connection, ...nothingUnsent })
  return useMemo(
    () => ({
      ...streamPart({ type, streamId, log, loadWindow, windows, spawnScan }),
      readOnly: true,
      optimistic: log.history.head,
      pending: nothing,
      connection,
    }),
    [type, streamId, log, windows, loadWindow, spawnScan, connection],
  )
}
