/** Thrown where an overloaded store can't be told as a value: nothing was written, and it may be tried again. */
export class Overloaded extends Error {
  override name = 'Overloaded'

  constructor(readonly retryAfterMs: number) {
    super(`Too much waits to be written; try again in ${retryAfterMs} ms`)
  }
}
