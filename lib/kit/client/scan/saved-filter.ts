/** A filter with the name somebody gave it. */
export interface SavedFilter {
  readonly name: string
  readonly text: string
}
