import type { StreamHistory } from '@/lib/kit/client/stream-log/stream-log'
import { windowOfEvent } from '@/lib/kit/history/history'
import type { StreamView } from './stream-view'

const known = new WeakMap<object, unknown>()

/** What the sentence of a version's event needs besides it: told once for each window. */
export const namesAt = (view: StreamView, { windows, head }: StreamHistory, version: number): unknown => {
  const window = windows.get(windowOfEvent(version))
  if (!window) return view.namesOf(head, [])
  if (!known.has(window)) known.set(window, view.namesOf(window.state, window.events))
  return known.get(window)
}
