type Fold<State, Event> = (state: State, events: Iterable<Event>) => State

/** A fold over a growing list of events that can be asked for its state at any version. */
export interface History<State, Event> {
  readonly fold: Fold<State, Event>
  readonly events: readonly Event[]
  /** `keyframes[k]` is the state after `k * keyframeInterval` events. */
  readonly keyframes: readonly State[]
  /** The state after all events. */
  readonly head: State
}

/** A seek folds fewer events than this. */
export const keyframeInterval = 256

/** The history before its first event. */
export const emptyHistory = <State, Event>(
  initial: State,
  fold: Fold<State, Event>,
): History<State, Event> => ({ fold, events: [], keyframes: [initial], head: initial })

/** The history with more events at its end: folds only those, up to one keyframe after the other. */
export const extendHistory = <State, Event>(
  history: History<State, Event>,
  more: readonly Event[],
): History<State, Event> => {
  if (more.length === 0) return history
  const { fold } = history
  const events = [...history.events, ...more]
  const keyframes = [...history.keyframes]
  let head = history.head
  for (let version = history.events.length; version < events.length; ) {
    const nextKeyframe = keyframes.length * keyframeInterval
    head = fold(head, events.slice(version, nextKeyframe))
    version = Math.min(nextKeyframe, events.length)
    if (version === nextKeyframe) keyframes.push(head)
  }
  return { fold, events, keyframes, head }
}

/**
 * The state at a version, from 0 (before anything) to the number of events; beyond either end it is that
 * end's. Folds fewer than `keyframeInterval` events, whatever the history's length.
 */
export const stateAt = <State, Event>(history: History<State, Event>, version: number): State => {
  const { events, keyframes, fold, head } = history
  if (version >= events.length) return head
  const target = Math.max(0, Math.trunc(version))
  const keyframe = Math.floor(target / keyframeInterval)
  return fold(keyframes[keyframe] as State, events.slice(keyframe * keyframeInterval, target))
}
