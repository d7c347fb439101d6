/** How quickly a history is played: in half a minute however long it is, at so many times a calm pace, or as it happened. */
export type Pace = 'fit' | 0.5 | 1 | 2 | 5 | 10 | 50 | 'realTime'

export const paces: readonly Pace[] = ['fit', 0.5, 1, 2, 5, 10, 50, 'realTime']

const stepMs = 700
const longestMs = 28_000
/** A history that is played in real time doesn't idle for longer. */
const idleMs = 2_000

/** How long a version is shown, in milliseconds, of so many that are played. */
export const stepDuration = (
  pace: Pace,
  versions: number,
  happened: number | undefined,
  happensNext: number | undefined,
): number => {
  if (pace === 'fit') return Math.min(stepMs, longestMs / Math.max(1, versions))
  if (pace !== 'realTime') return stepMs / pace
  if (happened === undefined || happensNext === undefined) return stepMs
  return Math.min(idleMs, Math.max(0, happensNext - happened))
}

export const paceName = (pace: Pace): string => {
  if (pace === 'fit') return 'Half a minute'
  return pace === 'realTime' ? 'Real time' : `${pace}×`
}
