interface PaceOptions {
  readonly step: () => Promise<void>
  /** The least time from one step to the next, in milliseconds. */
  readonly everyMs: number
  readonly onError: (error: unknown) => void
}

/**
 * Work that is done soon after it is asked for, but never twice at a time nor more often than every so long: whatever
 * is asked for meanwhile is done by one step after.
 */
export const createPace = ({ step, everyMs, onError }: PaceOptions) => {
  let asked = false
  let running: Promise<void> | undefined
  let stopped = false

  const run = async () => {
    while (asked && !stopped) {
      // What is told in pieces is whole by the next turn.
      await new Promise((resolve) => setImmediate(resolve))
      asked = false
      await Promise.all([step().catch(onError), rest(everyMs)])
    }
    running = undefined
  }

  return {
    ask: (): void => {
      asked = true
      if (!stopped) running ??= run()
    },
    /** Nothing is begun after it; resolves when what is under way is done. */
    stop: async (): Promise<void> => {
      stopped = true
      await running
    },
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
