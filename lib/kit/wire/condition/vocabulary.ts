/** A value that conditions may ask a state for, by its name. */
export interface NamedValue<State> {
  /** Does it take something in parentheses, as `quantity(mug)` does? */
  readonly takesArgument?: boolean
  /** All the words it may be; such a value is equal to one or not, and neither less nor more. */
  readonly words?: readonly string[]
  /** Undefined where the state has no such thing. */
  valueIn(state: State, argument: string): unknown
}

/** Says something of a state; declared as a method, so that vocabularies of all kinds of streams are vocabularies. */
type Holds<State> = { of(state: State): boolean }['of']

/** What conditions may ask of the states of one type of streams. Names are read in capitals or not. */
export interface ConditionVocabulary<State = unknown> {
  readonly values: Readonly<Record<string, NamedValue<State>>>
  /** The fields of the state at which paths begin. */
  readonly roots: readonly string[]
  /** Makes `has(...)` ready to be asked of many states; left out where it makes no sense. */
  has?(argument: string): Holds<State>
  /** An item of one of the state's lists by its key; undefined where there is none. Left out where items have no keys. */
  itemOf?(list: readonly unknown[], key: string): unknown
  readonly hints: ConditionHints
}

/** What could stand at a place of a condition, told to who writes one. */
export interface ConditionHints {
  readonly condition: string
  readonly value: string
  /** What goes in parentheses; left out where nothing does. */
  readonly argument?: string
}

/** The vocabulary of a type of streams that names no values of its own: paths into its state. */
export const pathVocabulary = (initial: object): ConditionVocabulary => {
  const roots = Object.keys(initial)
  return {
    values: {},
    roots,
    hints: {
      condition: `a condition, like ${roots[0] ?? 'version'} = 1`,
      value: `a path that begins with ${roots.join(', ')}`,
    },
  }
}
