/** A stream's name: of which type it is, and its id among those of its type. */
export interface StreamName {
  readonly type: string
  readonly id: string
}
