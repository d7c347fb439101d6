export type InvalidReason =
  | 'NotJson'
  | 'TooLarge'
  | 'BadVersion'
  | 'BadStream'
  | 'BadId'
  | 'BadTime'
  | 'NoEvents'
  | 'BadCondition'
  /** It has personal fields, and it can't be told whose. */
  | 'NoSubject'

/** An append that isn't fit to be written; refused before it is queued. */
export class InvalidAppend extends Error {
  override name = 'InvalidAppend'

  constructor(
    readonly reason: InvalidReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Two events of one id can't both be written. */
export const usedId = (cause?: unknown): InvalidAppend =>
  new InvalidAppend('BadId', 'An event with this id was written before', { cause })
