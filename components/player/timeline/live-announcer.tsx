'use client'

import { useEffect, useRef, useState } from 'react'
import { useStreamView } from '../view/use-stream-view'
import { type LiveAnnouncements, liveAnnouncements } from './live-announcer-core'

/** Reads out what came while one looks on: how many events, and where the stream stands. For another stream, another one. */
export const LiveAnnouncer = ({ head }: { readonly head: number }) => {
  const { noun } = useStreamView()
  const [said, setSaid] = useState('')
  const [first] = useState(head)
  const announcements = useRef<LiveAnnouncements>(null)
  useEffect(() => {
    announcements.current = liveAnnouncements(noun, first, setSaid)
    return () => announcements.current?.stop()
  }, [noun, first])
  useEffect(() => announcements.current?.reached(head), [head])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
