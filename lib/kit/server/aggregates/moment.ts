/**
 * Up to where a stream is folded: its head, a version, a place in the whole log, or an instant: the last of its
 * events that had occurred by then. What a clock that was ahead wrote stands before it, whatever time it says.
 */
export type Moment =
  | { readonly type: 'head' }
  | { readonly type: 'version'; readonly version: number }
  | { readonly type: 'position'; readonly position: number }
  /** ISO 8601. */
  | { readonly type: 'instant'; readonly at: string }

export const head: Moment = { type: 'head' }
