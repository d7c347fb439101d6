import type { ClientPlan } from './clients'

/** A server that takes commands over HTTP, one event or one change of a line each. */
export interface HttpContender {
  readonly name: string
  readonly url: string
  readonly pid: number
  /** The name of its database, on the same server as all others'. */
  readonly database: string
  /** So many who give it commands, each for a cart of its own. */
  readonly commanders: (clients: number) => Promise<readonly ClientPlan[]>
  /** All that its database holds of what commands wrote. */
  readonly countWritten: () => Promise<number>
  /** Resolves when it has nothing left to do. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}
