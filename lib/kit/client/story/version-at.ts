import { eventAt, type History } from '../../history/history'
import type { VersionBounds } from './lanes'

interface Placed {
  readonly position: number
}

/**
 * The version that a stream had right after a position of the log, found in the events at hand between the bounds. Undefined
 * where they don't tell: then the log has to be asked.
 */
export const versionAt = (
  history: History<unknown, Placed>,
  position: number,
  { atLeast, atMost = history.version }: VersionBounds,
): number | undefined => {
  let [low, high] = [atLeast, Math.max(atLeast, atMost)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const event = eventAt(history, middle)
    if (!event) return undefined
    if (event.position <= position) low = middle
    else high = middle - 1
  }
  return low
}
