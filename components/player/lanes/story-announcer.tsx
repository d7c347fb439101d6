'use client'

import { useEffect, useRef, useState } from 'react'
import { count } from '../../ui/format'
import type { ToldStory } from './told-story'

/** Reads out what came while one looks on: what happened, or of several how many. */
export const StoryAnnouncer = ({ story }: { readonly story: ToldStory }) => {
  const { events, laneOf } = story
  const known = useRef(events.length)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const came = events.length - known.current
    known.current = events.length
    const last = events.at(-1)
    if (came <= 0 || !last) return
    setSaid(came === 1 ? laneOf(last).told.sentenceOf(last) : count(came, 'new event'))
  }, [events, laneOf])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
