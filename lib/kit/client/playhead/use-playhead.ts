'use client'

import { debounce, parseAsInteger, useQueryState } from 'nuqs'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { hasStateAt, windowOfState } from '../../history/history'
import type { Versioned } from '../../streams/stream-type'
import type { StreamSession } from '../session/stream-session'
import { useStateAt } from '../stream-log/use-window'
import { useWindowsAhead } from '../stream-log/use-windows-ahead'
import { asStep } from './as-step'
import { useOtherStream } from './use-other-stream'
import { useScrub } from './use-scrub'
import { useShown } from './use-shown'
import { useUnseen } from './use-unseen'

/** Where in a history one looks: at its head, following what comes, or at a past version. */
export interface Playhead<State extends Versioned = Versioned> {
  /** The version looked at; the head's while live. */
  readonly version: number
  readonly head: number
  readonly isLive: boolean
  /** The state to show: with what is pending while live, exactly as it was elsewhere. */
  readonly shown: State
  /** True while that version is being asked for: `shown` is the one shown before. */
  readonly isLoading: boolean
  /** How many events came since one left the head. */
  readonly unseen: number
  /** To a version from 0 to the head; at the head one is live again. */
  readonly seek: (version: number) => void
  /** Seeks while the hand is on it; the address learns only where it was let go. */
  readonly scrub: (version: number) => void
  readonly release: () => void
  /** Seeks so that Back leads to where one was. */
  readonly jump: (version: number) => void
  readonly goLive: () => void
}

/** The address follows when the keys rest: browsers allow only so many changes of it. */
const versionInAddress = parseAsInteger.withOptions({ history: 'replace', limitUrlUpdates: debounce(150) })

export const usePlayhead = <State extends Versioned>(session: StreamSession<State>): Playhead<State> => {
  const { head, optimistic } = session
  const [written, setAt] = useQueryState('v', versionInAddress)
  const { scrubbed, held, scrub, drop } = useScrub(head)
  const at = scrubbed ?? written
  const isLive = at === null || at >= head || at < 0
  const version = isLive ? head : at
  const unseen = useUnseen(isLive, head)

  // At the head one is live, and stays so: an address that names the head must not become the past.
  const namesHead = written !== null && scrubbed === null && isLive
  useEffect(() => {
    if (namesHead) void setAt(null)
  }, [namesHead, setAt])

  const goLive = useCallback(() => {
    drop()
    void setAt(null)
  }, [drop, setAt])
  // Another stream has another past.
  useOtherStream(session.streamId, goLive)

  const place = useCallback((to: number) => (to >= head ? null : Math.max(0, to)), [head])
  const askFor = useAskEarly(session, version)
  const seek = useCallback(
    (to: number) => {
      askFor(to)
      drop()
      void setAt(place(to))
    },
    [askFor, drop, place, setAt],
  )
  const release = useCallback(() => {
    if (held.current !== null) seek(held.current)
  }, [held, seek])
  const jump = useCallback(
    (to: number) => {
      askFor(to)
      drop()
      void setAt(place(to), asStep)
    },
    [askFor, drop, place, setAt],
  )

  const past = useStateAt(session, version)
  useWindowsAhead(session, version)
  const { shown, isLoading } = useShown(isLive ? optimistic : past, optimistic)
  return useMemo(
    () => ({ version, head, isLive, shown, isLoading, unseen, seek, scrub, release, jump, goLive }),
    [version, head, isLive, shown, isLoading, unseen, seek, scrub, release, jump, goLive],
  )
}

/** Asks for a version's window as soon as somebody goes there, without waiting for a rendering to miss it. */
const useAskEarly = (
  { log, windows }: Pick<StreamSession, 'log' | 'windows'>,
  version: number,
): ((to: number) => void) => {
  const latest = useRef({ log, windows })
  const withdraw = useRef<() => void>(undefined)
  useEffect(() => {
    latest.current = { log, windows }
  }, [log, windows])
  // By now the rendering has asked for what it misses.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the rendering
  useEffect(() => {
    withdraw.current?.()
    withdraw.current = undefined
  }, [version])
  return useCallback((to: number) => {
    const { log, windows } = latest.current
    withdraw.current?.()
    withdraw.current = hasStateAt(log.history, to) ? undefined : windows.wish(windowOfState(to))
  }, [])
}
