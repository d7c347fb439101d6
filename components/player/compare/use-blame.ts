'use client'

import { useEffect, useState } from 'react'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { blame, type Made } from '@/lib/kit/history/blame'
import { windowOfEvent } from '@/lib/kit/history/history'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StreamWindow } from '@/lib/kit/wire/stream-opening'
import type { StreamView } from '../view/stream-view'
import { sentenceOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import type { MomentShown } from './shown-moment'

/** An event that made a value what it is. */
export interface Maker<Value> extends Made<Value> {
  readonly event: RecordedEvent
  readonly text: string
}

const page = 20

/** Who made a value of the state, newest first: a page at a time, looked for window by window however long the history. */
export const useBlame = <State extends Versioned, Value>(
  moment: MomentShown,
  select: (state: State) => Value,
  version: number,
) => {
  const { type, loadWindow } = moment
  const view = useStreamView()
  const [wanted, setWanted] = useState(page)
  const [makers, setMakers] = useState<readonly Maker<Value>[]>([])
  const [next, setNext] = useState(version)
  const [hasFailed, setHasFailed] = useState(false)
  const isLooking = next > 0 && makers.length < wanted && !hasFailed

  useEffect(() => {
    if (!isLooking) return
    let isOver = false
    const take = (window: StreamWindow<Versioned>) => {
      if (isOver) return
      setMakers((before) => [...before, ...makersIn(window, { type, view, select, newest: next })])
      setNext(window.from)
    }
    loadWindow(windowOfEvent(next)).then(take, () => setHasFailed(true))
    return () => {
      isOver = true
    }
  }, [isLooking, type, loadWindow, view, select, next])

  const more = () => {
    setHasFailed(false)
    setWanted(Math.min(wanted, makers.length) + page)
  }
  return {
    makers: makers.slice(0, wanted),
    isLooking,
    hasFailed,
    hasMore: next > 0 || makers.length > wanted,
    more,
  }
}

interface Asked<Value> extends Pick<MomentShown, 'type'> {
  readonly view: StreamView
  select(state: Versioned): Value
  readonly newest: number
}

const makersIn = <Value>(
  window: StreamWindow<Versioned>,
  { type, view, select, newest }: Asked<Value>,
): Maker<Value>[] => {
  const names = view.namesOf(window.state, window.events)
  return blame(type.fold, window, select, newest).flatMap((made) => {
    const event = window.events[made.version - window.from - 1]
    return event ? [{ ...made, event, text: sentenceOf(view, event, names) }] : []
  })
}
