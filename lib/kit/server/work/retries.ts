import { fullJitterGenerator } from 'cockatiel'

/** How often what fails is tried, and when again. */
export interface Retries {
  /** Then it is parked, for a person to look at. */
  readonly tries: number
  /** How long it rests after so many failed tries, in milliseconds. */
  readonly restMs: (failures: number) => number
}

/** Anywhere up to so long after the first failure, and twice as far after each further one, up to the longest. */
export const growingRest = (firstMs: number, longestMs: number): Retries['restMs'] => {
  const growing = {
    generator: fullJitterGenerator,
    initialDelay: firstMs,
    maxDelay: longestMs,
    exponent: 2,
  }
  return (failures) => fullJitterGenerator(failures - 1, growing)[0]
}

/** Ten tries within about half an hour. */
export const defaultRetries: Retries = {
  tries: 10,
  restMs: growingRest(1_000, 600_000),
}

/** It would fail again, however often it is tried: it is parked at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
}
