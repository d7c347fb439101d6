import { Overloaded } from '../store/overloaded'
import { createGate, type GateLimits } from './gate'

/** When a lane that is full is worth another try. */
const retryAfterMs = 2_000

/** Work of one kind that may not fill the machine. */
export interface Lane {
  /** @throws Overloaded when too much waits already. */
  readonly run: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>
}

/** Runs so many tasks at once, and lets keys take turns. */
export const createLane = (limits: GateLimits): Lane => {
  const gate = createGate(limits)
  return {
    run: (key, task) =>
      new Promise((resolve, reject) => {
        const entered = gate.enter(key, (leave) => {
          task().then(resolve, reject).finally(leave)
        })
        if (entered.type === 'full') reject(new Overloaded(retryAfterMs))
      }),
  }
}
