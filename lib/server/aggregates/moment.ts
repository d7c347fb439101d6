/**
 * Up to where a stream is folded: its head, a version, a place in the whole log, or an instant: just before the
 * first of its events that occurred later.
 */
export type Moment =
  | { readonly type: 'head' }
  | { readonly type: 'version'; readonly version: number }
  | { readonly type: 'position'; readonly position: number }
  /** ISO 8601. */
  | { readonly type: 'instant'; readonly at: string }

export const head: Moment = { type: 'head' }
