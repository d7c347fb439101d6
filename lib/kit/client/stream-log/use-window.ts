'use client'

import { useEffect } from 'react'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { eventAt, stateAt, windowOfEvent, windowOfState } from '../../history/history'
import type { Versioned } from '../../streams/stream-type'
import type { StreamLog } from './stream-log'
import type { WindowLoader } from './window-loader'

interface WindowSource<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly log: StreamLog<State, Event>
  readonly windows: Pick<WindowLoader, 'wish'>
}

/** Asks for the window that begins at a version, for as long as it is missing. */
export const useWindow = ({ log, windows }: WindowSource, from: number): void => {
  const isMissing = from >= 0 && from < log.history.version && !log.history.windows.has(from)
  useWindows({ windows }, isMissing ? [from] : [])
}

/** Asks for the windows that begin at some versions, the first of them first, for as long as they are missing. */
export const useWindows = ({ windows }: Pick<WindowSource, 'windows'>, missing: readonly number[]): void => {
  const key = missing.join(' ')
  useEffect(() => {
    const wished = key === '' ? [] : key.split(' ').map(Number).reverse()
    const withdrawals = wished.map(windows.wish)
    return () => {
      for (const withdraw of withdrawals) withdraw()
    }
  }, [key, windows])
}

/** The state at a version; undefined while it is being asked for. */
export const useStateAt = <State extends Versioned>(
  source: WindowSource<State>,
  version: number,
): State | undefined => {
  const state = stateAt(source.log.history, version)
  useWindow(source, state ? -1 : windowOfState(version))
  return state
}

/** The event that made a version; undefined while it is being asked for, and where there is none. */
export const useEventAt = <Event extends DomainEvent>(
  source: WindowSource<Versioned, Event>,
  version: number,
): RecordedEvent<Event> | undefined => {
  useWindow(source, version > 0 ? windowOfEvent(version) : -1)
  return eventAt(source.log.history, version)
}
