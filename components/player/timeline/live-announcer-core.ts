import { count } from '@/components/ui/format'

/** At most one announcement in this time, so that whoever listens gets to hear something else too. */
const pauseMs = 5_000

/** Tells how a stream goes on, counting what came together. */
export interface LiveAnnouncements {
  /** The stream has come to this version. */
  readonly reached: (version: number) => void
  readonly stop: () => void
}

/** Silent about the version one came with: 0 is before anything. The first news is told at once. */
export const liveAnnouncements = (
  noun: string,
  first: number,
  say: (words: string) => void,
): LiveAnnouncements => {
  let told = first
  let head = first
  let pause: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    pause = undefined
    if (head <= told) return
    say(`${count(head - told, 'new event')}, ${noun} at version ${head}`)
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
