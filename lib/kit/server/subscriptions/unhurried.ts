/** So much is gone on for at once, where it comes quickly: what the tail has at hand, and a little less. */
export const enough = 400
/** It rests so long for each event that came since, so that few are gone on for at once and many together. */
const restMsPerEvent = 2
const longestRestMs = 250

interface Place {
  readonly position: number
  /** When it came there, by the process's own clock. */
  readonly movedAt: number
}

/** How long a follower that is in no hurry rests before it goes on to a position; none where it is to go at once. */
export const restMs = ({ position, movedAt }: Place, end: number, now: number): number => {
  const came = end - position
  if (came >= enough) return 0
  return Math.max(0, movedAt + Math.min(longestRestMs, came * restMsPerEvent) - now)
}
