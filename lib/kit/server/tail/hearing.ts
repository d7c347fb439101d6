import type { Listener } from './listen'

const askEveryMs = 300
/** What was told longer ago than this has been heard, or nothing is certain. */
const certainMs = 1_000

export interface Hearing {
  /** Whether all that was told more than a second ago has been heard, for certain. */
  readonly isCertain: () => boolean
  /** Resolves when all that was told before has been heard, or it is known that this is not certain. */
  readonly settle: () => Promise<void>
  readonly stop: () => void
}

interface Options {
  readonly hear: Listener['hear']
  readonly now?: () => number
}

/**
 * Keeps asking a listener whether it still hears. A connection that broke without a word looks like one on which nothing
 * is told: whoever relies on being told may do so only while this is certain.
 */
export const keepHearing = ({ hear, now = () => performance.now() }: Options): Hearing => {
  let heardUntil = Number.NEGATIVE_INFINITY
  let isAsking = false

  const ask = async (): Promise<void> => {
    const askedAt = now()
    try {
      await hear()
      heardUntil = Math.max(heardUntil, askedAt)
    } catch {
      // It comes back by itself, and says that it may have missed something.
      heardUntil = Number.NEGATIVE_INFINITY
    }
  }
  const askAgain = async () => {
    // One that never answers is not helped by others behind it.
    if (isAsking) return
    isAsking = true
    await ask()
    isAsking = false
  }
  const timer = setInterval(askAgain, askEveryMs)
  timer.unref()
  void askAgain()

  return {
    isCertain: () => now() - heardUntil < certainMs,
    settle: ask,
    stop: () => clearInterval(timer),
  }
}
