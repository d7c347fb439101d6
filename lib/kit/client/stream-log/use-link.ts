'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { type Link, type LinkState, openLink } from '../connection/link'
import { isLookedAt, onLook } from '../connection/looking'
import { readEvents } from '../connection/read-events'
import { tabSocket } from '../connection/socket'
import { perFrame } from './per-frame'
import { streamPath } from './stream-path'

interface LinkedStream<Event extends DomainEvent> {
  readonly streamType: string
  /** Null while there is no stream: then nothing comes in. */
  readonly streamId: string | null
  /** The version up to which the page has a stream. */
  readonly headOf: (streamId: string) => number
  /** Takes events in; false when some between are missing. */
  readonly apply: (streamId: string, events: readonly RecordedEvent<Event>[]) => boolean
}

/** Keeps a stream followed while it is looked at: what comes is applied, what is missing is asked for. */
export const useLink = <Event extends DomainEvent>(linked: LinkedStream<Event>) => {
  const { streamType, streamId, headOf, apply } = linked
  const [state, setState] = useState<LinkState>('connecting')
  const followed = useRef(streamId)
  const link = useRef<Link>(null)
  useEffect(() => {
    followed.current = streamId
  }, [streamId])
  useEffect(() => {
    setState('connecting')
    if (!streamId) return
    const takeIn = perFrame<RecordedEvent<Event>>((events) => {
      if (!apply(streamId, events)) opened.catchUp()
    })
    const opened = openLink({
      stream: { streamType, streamId },
      socket: tabSocket(),
      read: (after) => readEvents(streamPath(streamType, streamId), after),
      head: () => headOf(streamId),
      // What a stream's type writes is all that its server sends of it.
      onEvents: (events) => takeIn(events as readonly RecordedEvent<Event>[]),
      onState: setState,
      isWatched: isLookedAt,
    })
    link.current = opened
    const stopLooking = onLook(opened.look)
    return () => {
      stopLooking()
      link.current = null
      opened.close()
    }
  }, [streamType, streamId, headOf, apply])

  const confirm = useCallback(
    (ofStream: string, events: readonly RecordedEvent<Event>[]) => {
      const isWhole = apply(ofStream, events)
      if (ofStream !== followed.current) return
      if (!isWhole) link.current?.catchUp()
      const last = events.at(-1)
      if (last) link.current?.expect(last.version)
    },
    [apply],
  )
  const doubt = useCallback(() => link.current?.doubt(), [])
  return { state, confirm, doubt }
}
