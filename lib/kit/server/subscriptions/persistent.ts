import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../postgres/cluster/backoff'
import { createWakeable, type Wakeable } from '../tail/wakeable'

const pollMs = 1_000

interface PersistentOptions {
  /** Does some of the work; says whether there may be more. What it throws passes. */
  readonly step: () => Promise<boolean>
  /** Hears of what it threw, before it is tried again. */
  readonly onError: (error: unknown) => void
}

/** Work that is done when woken, and each second; what fails is tried again, later each time. */
export const createPersistent = ({ step, onError }: PersistentOptions): Wakeable => {
  const stopping = new AbortController()
  let failures = 0
  const wakeable = createWakeable({
    pollMs,
    step: async () => {
      try {
        const isMore = await step()
        failures = 0
        return isMore
      } catch (error) {
        onError(error)
        const rest = backoffMs(failures++, Math.random())
        await sleep(rest, undefined, { signal: stopping.signal }).catch(() => undefined)
        return true
      }
    },
    onError,
  })
  return {
    wake: wakeable.wake,
    stop: () => {
      stopping.abort()
      return wakeable.stop()
    },
  }
}
