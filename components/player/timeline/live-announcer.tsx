'use client'

import { useEffect, useRef, useState } from 'react'
import { type LiveAnnouncements, liveAnnouncements } from './live-announcer-core'

/** Reads out what came while one looks on: how many events, and where the cart stands. For another cart, another one. */
export const LiveAnnouncer = ({ head }: { readonly head: number }) => {
  const [said, setSaid] = useState('')
  const [first] = useState(head)
  const announcements = useRef<LiveAnnouncements>(null)
  useEffect(() => {
    announcements.current = liveAnnouncements(first, setSaid)
    return () => announcements.current?.stop()
  }, [first])
  useEffect(() => announcements.current?.reached(head), [head])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
