import type { KeyboardEvent } from 'react'
import type { Needle } from '@/lib/kit/client/story/use-needle'

interface Moves extends Pick<Needle, 'version' | 'head'> {
  /** To the lane so many further down. */
  readonly goToLane: (by: number) => void
  readonly onSeek: (stop: number) => void
}

const actions: Readonly<Record<string, (moves: Moves) => void>> = {
  ArrowUp: ({ goToLane }) => goToLane(-1),
  ArrowDown: ({ goToLane }) => goToLane(1),
  ArrowLeft: ({ version, onSeek }) => onSeek(Math.max(0, version - 1)),
  ArrowRight: ({ version, head, onSeek }) => onSeek(Math.min(head, version + 1)),
  Home: ({ onSeek }) => onSeek(0),
  End: ({ head, onSeek }) => onSeek(head),
}
const toLanes: readonly string[] = ['ArrowUp', 'ArrowDown']

/** On a lane's name: up and down to another lane, the others through the story. On the needle the browser does the latter. */
export const laneKeys = (event: KeyboardEvent, moves: Moves, keys: 'all' | 'toLanes' = 'all'): void => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (keys === 'toLanes' && !toLanes.includes(event.key)) return
  const act = actions[event.key]
  if (!act) return
  event.preventDefault()
  act(moves)
}
