interface LockSource {
  readonly request: <Result>(
    name: string,
    options: { readonly signal: AbortSignal },
    run: () => Promise<Result>,
  ) => Promise<Result>
}

/** Longer than a tab that is at work keeps the others waiting. */
const longestWaitMs = 30_000

/** What the browser has of locks that its tabs share: nothing on pages from plain http. */
const browserLocks = (): LockSource | undefined => navigator.locks

/**
 * Runs one after the other what the browser's tabs do under one name. Where there are no locks, or none is given within
 * the limit, it is run without: what must not happen twice has to see to that by itself.
 */
export const createTurns =
  (name: string, locks: () => LockSource | undefined = browserLocks) =>
  async <Result>(run: () => Promise<Result>): Promise<Result> => {
    const source = locks()
    if (!source) return run()
    let running: Promise<Result> | undefined
    const runOnce = () => {
      running ??= run()
      return running
    }
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), longestWaitMs)
    const givenUp = new Promise<Result>((resolve, reject) => {
      waiting.signal.addEventListener('abort', () => runOnce().then(resolve, reject))
    })
    const begin = () => {
      clearTimeout(timer)
      return runOnce()
    }
    // Browsers refuse locks to pages that are going.
    const inTurn = source.request(name, { signal: waiting.signal }, begin).catch(begin)
    return Promise.race([inTurn, givenUp])
  }
