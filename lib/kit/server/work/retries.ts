import { fullJitterGenerator } from 'cockatiel'

/** How often what fails is tried, and when again. */
export interface Retries {
  /** Then it is parked, for a person to look at. */
  readonly tries: number
  /** How long it rests after so many failed tries, in milliseconds. */
  readonly restMs: (failures: number) => number
}

const growing = { generator: fullJitterGenerator, initialDelay: 1_000, maxDelay: 600_000, exponent: 2 }

/** Ten tries within about half an hour: anywhere up to a second after the first, and twice as far each time. */
export const defaultRetries: Retries = {
  tries: 10,
  restMs: (failures) => fullJitterGenerator(failures - 1, growing)[0],
}

/** It would fail again, however often it is tried: it is parked at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
}
