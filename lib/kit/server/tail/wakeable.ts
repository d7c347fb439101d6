export interface Wakeable {
  /** There may be something to do. */
  readonly wake: () => void
  /** Resolves when the step under way is done; there is none after it. */
  readonly stop: () => Promise<void>
}

interface WakeableOptions {
  /** Does some of the work; says whether there may be more. */
  readonly step: () => Promise<boolean>
  readonly onError: (error: unknown) => void
  /** How long it rests at most, in milliseconds, when no one wakes it. */
  readonly pollMs: number
}

/** Work that is done when woken: clear the flag, work, rest unless flagged again. Never twice at a time. */
export const createWakeable = ({ step, onError, pollMs }: WakeableOptions): Wakeable => {
  let stopped = false
  let woken = false
  let running: Promise<void> | undefined

  const run = async () => {
    while (woken && !stopped) {
      woken = false
      try {
        if (await step()) woken = true
      } catch (error) {
        onError(error)
      }
    }
    running = undefined
  }

  const wake = () => {
    woken = true
    if (!stopped) running ??= run()
  }
  const poll = setInterval(wake, pollMs)
  wake()

  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await running
    },
  }
}
