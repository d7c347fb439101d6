interface AtStake {
  readonly unsent: { readonly count: number; readonly isKept: boolean }
  /** Is all of it written down? */
  readonly isWritten: boolean
  /** Is there something on the page that only the page has: a dialog, a branch, a form that was begun? */
  readonly isBusy: boolean
}

/** Would nothing be lost if the page were loaded anew now? */
export const mayReload = ({ unsent, isWritten, isBusy }: AtStake): boolean =>
  !isBusy && (unsent.count === 0 || (unsent.isKept && isWritten))

type Kept = Pick<Storage, 'getItem' | 'setItem'>

const againAfterMs = 60_000
const key = 'hindsight-reloaded'

/**
 * May the page be loaded anew by itself? Not twice in a minute: where it didn't help, it won't. A browser that keeps
 * nothing couldn't tell; there it is left to who looks at it.
 */
export const takeReload = (open: () => Kept, now: number): boolean => {
  try {
    const kept = open()
    const last = kept.getItem(key)
    if (last !== null && Math.abs(now - Number(last)) < againAfterMs) return false
    kept.setItem(key, String(now))
    return kept.getItem(key) === String(now)
  } catch {
    return false
  }
}

const newsMs = 20_000

/** Was the page loaded anew by itself just now? */
export const wasReloaded = (open: () => Kept, now: number): boolean => {
  try {
    const last = open().getItem(key)
    return last !== null && Math.abs(now - Number(last)) < newsMs
  } catch {
    return false
  }
}
