import type { Identity } from '../../wire/identity'

/** Who asks, and with which API key, where it is with one. */
export interface Caller<Person extends Identity = Identity> {
  readonly identity: Person
  readonly key?: {
    readonly id: string
    /** How many requests a minute it may make; undefined where it was given no budget. */
    readonly perMinute: number | undefined
  }
  /** When their session or key ends by itself; undefined where it doesn't. */
  readonly expiresAt?: Date | undefined
}

/** The headers by which somebody is known; Node's of a request are such. */
export interface Credentials {
  readonly authorization?: string | undefined
  readonly cookie?: string | undefined
}

export type FindCaller<Person extends Identity = Identity> = (
  sent: Credentials,
) => Promise<Caller<Person> | undefined>

/** Who sent these headers; undefined for nobody. */
export type Identify<Person extends Identity = Identity> = (sent: Credentials) => Promise<Person | undefined>
