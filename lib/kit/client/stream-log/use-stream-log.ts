'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { StreamType, Versioned } from '../../streams/stream-type'
import type { StreamOpening, StreamWindow } from '../../wire/stream-opening'
import { ServerRefused } from '../connection/ask-server'
import type { LinkState } from '../connection/link'
import { fetchWindow } from './fetch-window'
import { applyLive, applyWindow, emptyLog, openLog, type StreamLog } from './stream-log'
import { streamPath } from './stream-path'
import { useLink } from './use-link'
import { createWindowLoader } from './window-loader'

/** What a log needs of a type of streams. Keep it the same from render to render. */
type FoldedType<State extends Versioned, Event extends DomainEvent> = Pick<
  StreamType<State, never, Event>,
  'streamType' | 'initial' | 'fold'
>

/** A stream's confirmed events, and what takes in more of them. */
export interface LiveLog<State extends Versioned, Event extends DomainEvent> {
  readonly log: StreamLog<State, Event>
  /** How its events come in. */
  readonly link: LinkState
  /** Takes in what a command answered, of whatever stream; asks for what is missing between. */
  readonly confirm: (streamId: string, events: readonly RecordedEvent<Event>[]) => void
  readonly loadWindow: (from: number) => Promise<StreamWindow<State, Event>>
  readonly wishWindow: (from: number) => () => void
}

/** What stands for the id of a stream that isn't there yet. */
export const newStream = 'new'

/** The stream's confirmed events, live: what the page came with, then what the socket brings; its past on demand. */
export const useStreamLog = <State extends Versioned, Event extends DomainEvent>(
  type: FoldedType<State, Event>,
  streamId: string | null,
  opening: StreamOpening<State, Event> | null,
): LiveLog<State, Event> => {
  const client = useQueryClient()
  const { streamType } = type
  const keyOf = useCallback((id: string) => ['stream-log', streamType, id] as const, [streamType])
  const logOf = useCallback(
    (id: string) => client.getQueryData<StreamLog<State, Event>>(keyOf(id)) ?? emptyLog(type, id),
    [client, keyOf, type],
  )
  const id = streamId ?? newStream
  const { data: log } = useQuery<StreamLog<State, Event>>({
    queryKey: keyOf(id),
    queryFn: () => logOf(id),
    initialData: () => (opening ? openLog(type, opening) : emptyLog(type, id)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // A log is never like the one before; to look for what they share takes time.
    structuralSharing: false,
  })

  /** Takes events in; false when some between are missing. */
  const apply = useCallback(
    (ofStream: string, events: readonly RecordedEvent<Event>[]): boolean => {
      const applied = applyLive(logOf(ofStream), events)
      if (applied.type === 'appended') client.setQueryData(keyOf(ofStream), applied.log)
      return applied.type !== 'gap'
    },
    [client, keyOf, logOf],
  )
  const headOf = useCallback((ofStream: string) => logOf(ofStream).history.version, [logOf])
  const { state, confirm, doubt } = useLink<Event>({ streamType, streamId, headOf, apply })

  const loadWindow = useCallback(
    async (from: number): Promise<StreamWindow<State, Event>> => {
      if (!streamId) throw new Error('There is no stream yet')
      const known = logOf(streamId).history.windows.get(from)
      if (known) return known
      const window = await fetchWindow<State, Event>(streamPath(streamType, streamId), from).catch(
        (error) => {
          // Who may not read the past any more may not read the stream.
          if (error instanceof ServerRefused) doubt()
          throw error
        },
      )
      client.setQueryData(keyOf(streamId), applyWindow(logOf(streamId), window))
      return window
    },
    [client, streamType, streamId, keyOf, logOf, doubt],
  )
  const { wish } = useMemo(
    () => createWindowLoader((from) => loadWindow(from).then(() => undefined)),
    [loadWindow],
  )
  return { log, link: state, confirm, loadWindow, wishWindow: wish }
}
