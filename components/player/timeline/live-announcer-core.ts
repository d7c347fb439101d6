import { count } from '@/components/ui/format'

/** At most one announcement in this time, so that whoever listens gets to hear something else too. */
const pauseMs = 5_000

/** Tells how a cart goes on, counting what came together. */
export interface LiveAnnouncements {
  /** The cart has come to this version. */
  readonly reached: (version: number) => void
  readonly stop: () => void
}

/** Silent about the version one came with: 0 is the empty cart. The first news is told at once. */
export const liveAnnouncements = (first: number, say: (words: string) => void): LiveAnnouncements => {
  let told = first
  let head = first
  let pause: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    pause = undefined
    if (head <= told) return
    say(`${count(head - told, 'new event')}, cart at version ${head}`)
    told = head
    pause = setTimeout(tell, pauseMs)
  }
  return {
    reached: (version) => {
      head = Math.max(head, version)
      if (pause === undefined) tell()
    },
    stop: () => clearTimeout(pause),
  }
}
