'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Looker } from '../../wire/socket'
import type { Playhead } from '../playhead/use-playhead'
import { followStep, type Position } from './follow'

/** How long somebody who is gone may take to come back: a reload, a connection that broke. */
const goneAfterMs = 5_000

export interface Follow {
  /** Who leads; as last seen while they are gone for a moment. */
  readonly following: Looker | null
  readonly follow: (id: string) => void
  readonly stop: () => void
}

export const positionOf = ({ isLive, version }: Pick<Playhead, 'isLive' | 'version'>): Position =>
  isLive ? null : version

/** Lets the playhead go where somebody else's goes, until one moves it oneself or they are gone. */
export const useFollow = (others: readonly Looker[], playhead: Playhead): Follow => {
  const { head, seek, goLive } = playhead
  const mine = positionOf(playhead)
  const [followed, setFollowed] = useState<Looker | null>(null)
  const led = useRef<Position>(null)
  const there = followed ? others.find(({ id }) => id === followed.id) : undefined
  const stop = useCallback(() => setFollowed(null), [])

  const follow = (id: string) => {
    led.current = mine
    setFollowed(others.find((other) => other.id === id) ?? null)
  }

  useEffect(() => {
    if (!there) return
    const step = followStep({ theirs: there.version, mine, led: led.current, head })
    if (step.type === 'stop') stop()
    if (step.type !== 'go') return
    led.current = step.to
    if (step.to === null) goLive()
    else seek(step.to)
  }, [there, mine, head, seek, goLive, stop])

  const isGone = followed !== null && there === undefined
  useEffect(() => {
    if (!isGone) return
    const timer = setTimeout(stop, goneAfterMs)
    return () => clearTimeout(timer)
  }, [isGone, stop])

  return { following: there ?? followed, follow, stop }
}
