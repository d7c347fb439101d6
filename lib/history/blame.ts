import { type History, keyframeInterval, stateAt } from './history'

/** A version whose event gave a value its next one. */
export interface Made<Value> {
  readonly version: number
  readonly before: Value
  readonly after: Value
}

export interface Blame<Value> {
  /** Newest first. */
  readonly made: readonly Made<Value>[]
  /** The version to look on from; undefined when all was looked through. */
  readonly next: number | undefined
}

interface BlameRange {
  /** The newest version to look at. */
  readonly from: number
  /** Gives no more than so many. */
  readonly limit: number
  /** Looks through no more intervals between keyframes than so many, found or not. */
  readonly intervals: number
}

/**
 * The versions at which a value (a string, number or the like) became another, newest first. Folds each event it
 * looks at once, from keyframe to keyframe backwards, and stops as soon as it may.
 */
export const blame = <State, Event, Value>(
  history: History<State, Event>,
  select: (state: State) => Value,
  { from, limit, intervals }: BlameRange,
): Blame<Value> => {
  const made: Made<Value>[] = []
  let newest = Math.min(from, history.events.length)
  for (let looked = 0; newest > 0 && looked < intervals; looked++) {
    const start = Math.floor((newest - 1) / keyframeInterval) * keyframeInterval
    for (const one of madeWithin(history, select, start, newest).reverse()) {
      if (made.length === limit) return { made, next: one.version }
      made.push(one)
    }
    newest = start
  }
  return { made, next: newest > 0 ? newest : undefined }
}

const madeWithin = <State, Event, Value>(
  history: History<State, Event>,
  select: (state: State) => Value,
  start: number,
  end: number,
): Made<Value>[] => {
  const made: Made<Value>[] = []
  let state = stateAt(history, start)
  let before = select(state)
  for (let version = start + 1; version <= end; version++) {
    state = history.fold(state, history.events.slice(version - 1, version))
    const after = select(state)
    if (before !== after) made.push({ version, before, after })
    before = after
  }
  return made
}
