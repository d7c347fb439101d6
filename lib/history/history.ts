/** A fold over a growing list of events that can be asked for its state at any version. */
export interface History<State, Event> {
  readonly evolve: (state: State, event: Event) => State
  readonly events: readonly Event[]
  /** `keyframes[k]` is the state after `k * interval` events. */
  readonly keyframes: readonly State[]
  /** The state after all events. */
  readonly head: State
}

/** A seek folds at most this many events. */
export const keyframeInterval = 256

/** The history before its first event. */
export const emptyHistory = <State, Event>(
  initial: State,
  evolve: (state: State, event: Event) => State,
): History<State, Event> => ({ evolve, events: [], keyframes: [initial], head: initial })

/** The history with more events at its end: folds only those. */
export const extendHistory = <State, Event>(
  history: History<State, Event>,
  more: readonly Event[],
): History<State, Event> => {
  if (more.length === 0) return history
  const { evolve } = history
  const keyframes = [...history.keyframes]
  let head = history.head
  let version = history.events.length
  for (const event of more) {
    head = evolve(head, event)
    version++
    if (version % keyframeInterval === 0) keyframes.push(head)
  }
  return { evolve, events: [...history.events, ...more], keyframes, head }
}

/**
 * The state at a version, from 0 (before anything) to the number of events; beyond either end it is that
 * end's. Folds at most `keyframeInterval` events, whatever the history's length.
 */
export const stateAt = <State, Event>(history: History<State, Event>, version: number): State => {
  const { events, keyframes, evolve, head } = history
  if (version >= events.length) return head
  const target = Math.max(0, Math.trunc(version))
  const keyframe = Math.floor(target / keyframeInterval)
  let state = keyframes[keyframe] as State
  for (const event of events.slice(keyframe * keyframeInterval, target)) state = evolve(state, event)
  return state
}
