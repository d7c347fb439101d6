'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { StreamType, Versioned } from '../../streams/stream-type'
import type { StreamOpening, StreamWindow } from '../../wire/stream-opening'
import { ServerRefused } from '../connection/ask-server'
import type { LinkState } from '../connection/link'
import { fetchWindow } from './fetch-window'
import { createFetchedAhead } from './fetched-ahead'
import { applyLive, applyWindow, emptyLog, openLog, type StreamLog } from './stream-log'
import { streamPath } from './stream-path'
import { useLink } from './use-link'
import { createWindowLoader, type WindowLoader } from './window-loader'

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
  /** What asks for windows of its past. */
  readonly windows: WindowLoader
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

  const { loadWindow, windows } = useMemo(() => {
    const fetched = createFetchedAhead<StreamWindow<State, Event>>()
    const ask = async (from: number): Promise<StreamWindow<State, Event>> => {
      if (!streamId) throw new Error('There is no stream yet')
      return fetchWindow<State, Event>(streamPath(streamType, streamId), from).catch((error) => {
        // Who may not read the past any more may not read the stream.
        if (error instanceof ServerRefused) doubt()
        throw error
      })
    }
    const takeIn = (window: StreamWindow<State, Event>): StreamWindow<State, Event> => {
      if (streamId) client.setQueryData(keyOf(streamId), applyWindow(logOf(streamId), window))
      return window
    }
    const loadWindow = async (from: number): Promise<StreamWindow<State, Event>> => {
      const known = streamId ? logOf(streamId).history.windows.get(from) : undefined
      if (known) return known
      // What is there is taken in at once, to be shown by the very rendering that asks for it.
      const ahead = fetched.take(from)
      return ahead ? takeIn(ahead) : takeIn(await ask(from))
    }
    const windows = createWindowLoader({
      load: (from) => loadWindow(from).then(() => undefined),
      loadAhead: async (from) => fetched.keep(from, await ask(from)),
    })
    return { loadWindow, windows }
  }, [client, streamType, streamId, keyOf, logOf, doubt])
  return { log, link: state, confirm, loadWindow, windows }
}
