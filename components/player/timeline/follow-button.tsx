'use client'

import { Pause as PauseIcon, Play } from 'lucide-react'
import { Button } from '../../ui/button'
import { formatCount } from '../../ui/format'
import { useStreamView } from '../view/use-stream-view'
import type { Pause } from './use-pause'

/** Stops the timeline while the stream goes on, and lets what waited in again. */
export const FollowButton = ({ pause: { at, waiting, toggle } }: { readonly pause: Pause }) => {
  const { noun } = useStreamView()
  const isPaused = at !== null
  const Icon = isPaused ? Play : PauseIcon
  return (
    <Button
      variant={isPaused ? 'inked' : 'ghost'}
      size={isPaused ? 'sm' : 'icon'}
      aria-pressed={isPaused}
      aria-label="Pause the timeline"
      title={isPaused ? 'Let new events in again' : `Stop here while the ${noun} goes on`}
      onClick={toggle}
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      {isPaused && <span className="tabular-nums">{`${formatCount(waiting)} waiting`}</span>}
    </Button>
  )
}
