import { APIError } from 'better-auth/api'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { currentVisitor } from '../../../kit/server/http/admission/visitor-scope'
import { createLane } from '../../../kit/server/limits/lane'
import { Overloaded } from '../../../kit/server/store/overloaded'

const waiting = 64
const waitingPerVisitor = 8

export interface Hashing {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>
}

const betterAuths: Hashing = { hash: hashPassword, verify: verifyPassword }

/**
 * Passwords are hashed so many at once. Each takes a core for as long as a page, and one of the four threads that the
 * process has for files and names besides; visitors take turns, and what is too much is refused.
 */
export const createHashing = (atOnce: number, work: Hashing = betterAuths): Hashing => {
  const lane = createLane({ atOnce, atOncePerKey: atOnce, waiting, waitingPerKey: waitingPerVisitor })
  const inLane = <Result>(task: () => Promise<Result>): Promise<Result> =>
    lane.run(currentVisitor(), task).catch((error) => {
      throw error instanceof Overloaded ? tooManyPasswords(error) : error
    })
  return {
    hash: (password) => inLane(() => work.hash(password)),
    verify: (given) => inLane(() => work.verify(given)),
  }
}

/** As better-auth hands it on: to its caller, or as its answer. */
const tooManyPasswords = ({ retryAfterMs }: Overloaded): APIError =>
  new APIError(
    'SERVICE_UNAVAILABLE',
    { code: 'OVERLOADED', message: 'Too many people sign in right now' },
    { 'x-retry-after': String(Math.ceil(retryAfterMs / 1_000)) },
  )
