/** What an event can be asked. Names are in capitals or not; any of several will do. */
export type FilterQuestion =
  | { readonly type: 'type'; readonly types: readonly string[] }
  /** The actor's kind, or how the actor's id begins. */
  | { readonly type: 'actor'; readonly names: readonly string[] }
  /** The id of what an event is about, or a part of its name. `field` is what the type of streams calls it. */
  | { readonly type: 'subject'; readonly field: string; readonly names: readonly string[] }
  /** A year, month, day, hour, minute or second in UTC, as it was written: 2011-01, 2011-01-05T10:30. */
  | { readonly type: 'after' | 'before' | 'at'; readonly time: string }
  /** A text anywhere in the payload. */
  | { readonly type: 'text'; readonly text: string }

export type FilterTerm = FilterQuestion & { readonly negated: boolean }

/** What an event has to be like: all of it. */
export type HistoryFilter = readonly FilterTerm[]
