import type { Identity } from '../../wire/identity'

/** Who asks, and with which API key, where it is with one. */
export interface Caller<Person extends Identity = Identity> {
  readonly identity: Person
  readonly key?: {
    readonly id: string
    /** How many requests a minute it may make; undefined where it was given no budget. */
    readonly perMinute: number | undefined
  }
}

export type FindCaller<Person extends Identity = Identity> = (
  headers: Headers,
) => Promise<Caller<Person> | undefined>

/** Who sent these headers; undefined for nobody. */
export type Identify<Person extends Identity = Identity> = (headers: Headers) => Promise<Person | undefined>
