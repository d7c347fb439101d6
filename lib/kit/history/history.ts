import { keyframeInterval } from '../kernel/keyframe-interval'

/** How a history folds; declared as a method, so that histories of all kinds of streams are histories. */
interface Folds<State, Event> {
  fold(state: State, events: Iterable<Event>): State
}
type Fold<State, Event> = Folds<State, Event>['fold']

/** Some events in a row, no more than `keyframeInterval`, and the state before them. */
export interface HistoryWindow<State, Event> {
  /** The version of `state`: a multiple of `keyframeInterval`. */
  readonly from: number
  readonly state: State
  /** Those of versions `from + 1` and on. */
  readonly events: readonly Event[]
}

/** A fold over a growing list of events, of which only some windows are at hand; the last always is. */
export interface History<State, Event> extends Folds<State, Event> {
  /** How many events there are. */
  readonly version: number
  /** The state after all events. */
  readonly head: State
  /** By where they begin; the longest known come first. */
  readonly windows: ReadonlyMap<number, HistoryWindow<State, Event>>
}

/** So many windows are kept beside the last two: 32,768 events. */
export const keptWindows = 128

/** Where the window with a version's state begins. */
export const windowOfState = (version: number): number =>
  Math.floor(Math.max(0, version) / keyframeInterval) * keyframeInterval

/** Where the window with a version's event begins. */
export const windowOfEvent = (version: number): number => windowOfState(version - 1)

/** The history up to a version at which a window begins, of which the state alone is known. */
export const openHistory = <State, Event>(
  fold: Fold<State, Event>,
  from: number,
  state: State,
): History<State, Event> => ({
  fold,
  version: from,
  head: state,
  windows: new Map([[from, { from, state, events: [] }]]),
})

/** The history before its first event. */
export const emptyHistory = <State, Event>(initial: State, fold: Fold<State, Event>): History<State, Event> =>
  openHistory(fold, 0, initial)

/** The history with more events at its end: folds only those. */
export const extendHistory = <State, Event>(
  history: History<State, Event>,
  more: readonly Event[],
): History<State, Event> => {
  if (more.length === 0) return history
  const { fold } = history
  const windows = new Map(history.windows)
  let { version, head } = history
  for (let taken = 0; taken < more.length; ) {
    const from = windowOfState(version)
    const window = windows.get(from) ?? { from, state: head, events: [] }
    const part = more.slice(taken, taken + from + keyframeInterval - version)
    windows.set(from, { ...window, events: [...window.events, ...part] })
    head = fold(head, part)
    version += part.length
    taken += part.length
  }
  return { fold, version, head, windows: forgetOldest(windows, version) }
}

/** The history with a window of its past at hand; as it was when that was read before the window was full. */
export const withWindow = <State, Event>(
  history: History<State, Event>,
  window: HistoryWindow<State, Event>,
): History<State, Event> => {
  const isPast = window.from < windowOfEvent(history.version) && window.events.length === keyframeInterval
  if (!isPast) return history
  const windows = new Map(history.windows)
  windows.delete(window.from)
  windows.set(window.from, window)
  return { ...history, windows: forgetOldest(windows, history.version) }
}

const forgetOldest = <Window>(windows: Map<number, Window>, version: number): Map<number, Window> => {
  const last = windowOfState(version)
  let many = windows.size - keptWindows - 2
  for (const from of windows.keys()) {
    if (many <= 0) break
    if (from >= last - keyframeInterval) continue
    windows.delete(from)
    many--
  }
  return windows
}

/**
 * The state at a version, from 0 (before anything) to the number of events; beyond either end it is that
 * end's. Undefined when its window isn't at hand.
 */
export const stateAt = <State, Event>(history: History<State, Event>, version: number): State | undefined => {
  const target = Math.max(0, Math.trunc(version))
  if (target >= history.version) return history.head
  const window = windowUnder(history, target)
  return window && history.fold(window.state, window.events.slice(0, target - window.from))
}

/** Is the state at a version at hand? Nothing is folded to tell. */
export const hasStateAt = (history: History<unknown, unknown>, version: number): boolean =>
  version >= history.version || windowUnder(history, version) !== undefined

/** The window whose state a version's is folded from. */
const windowUnder = <State, Event>({ windows }: History<State, Event>, version: number) =>
  windows.get(windowOfState(version)) ?? windows.get(windowOfEvent(version))

/** The event that made a version; undefined when there is none, or its window isn't at hand. */
export const eventAt = <State, Event>(history: History<State, Event>, version: number): Event | undefined => {
  const window = version > 0 ? history.windows.get(windowOfEvent(version)) : undefined
  return window?.events[version - window.from - 1]
}

/** The events at hand up to the last one without a gap, from the last but one window on at most. */
export const recentEvents = <State, Event>({
  windows,
  version,
}: History<State, Event>): { readonly from: number; readonly events: readonly Event[] } => {
  const last = windows.get(windowOfEvent(version)) ?? { from: version, events: [] }
  const before = windows.get(last.from - keyframeInterval)
  return before
    ? { from: before.from, events: [...before.events, ...last.events] }
    : { from: last.from, events: last.events }
}
