'use client'

import { useEffect, useRef, useState } from 'react'
import { useStreamView } from '../view/use-stream-view'
import { lookersSentence } from './looker-words'
import { useTogether } from './together'

const settleMs = 2_000
const leastGapMs = 15_000

/** Reads out who came and who left, when that has settled, and not often. */
export const LookersAnnouncer = () => {
  const { others, count, following } = useTogether()
  const words = lookersSentence(useStreamView(), others, count)
  const [said, setSaid] = useState('')
  const known = useRef(words)
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  const isFollowing = following !== null

  useEffect(() => {
    if (words === known.current) return
    const since = performance.now() - saidAt.current
    const timer = setTimeout(
      () => {
        known.current = words
        saidAt.current = performance.now()
        setSaid(words)
      },
      Math.max(settleMs, leastGapMs - since),
    )
    return () => clearTimeout(timer)
  }, [words])

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <p role="status" className="sr-only">
        {isFollowing && 'Following. Escape stops it.'}
      </p>
    </>
  )
}
