import type { History, HistoryWindow } from './history'
import { isSame } from './is-same'

/** A version whose event gave a value its next one. */
export interface Made<Value> {
  readonly version: number
  readonly before: Value
  readonly after: Value
}

/**
 * The versions of a window, none newer than `newest`, at which a value (plain JSON) became
 * another; newest first. Folds each event once. From window to window backwards it tells who made a value.
 */
export const blame = <State, Event, Value>(
  fold: History<State, Event>['fold'],
  { from, state: begin, events }: HistoryWindow<State, Event>,
  select: (state: State) => Value,
  newest: number,
): Made<Value>[] => {
  const made: Made<Value>[] = []
  let state = begin
  let before = select(state)
  for (const [index, event] of events.slice(0, Math.max(0, newest - from)).entries()) {
    state = fold(state, [event])
    const after = select(state)
    if (!isSame(before, after)) made.push({ version: from + index + 1, before, after })
    before = after
  }
  return made.reverse()
}
