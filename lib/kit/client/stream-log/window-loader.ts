import { ServerRefused } from '../connection/ask-server'
import { pauseMs } from '../page/pauses'

interface Wish {
  readonly from: number
}

interface WindowLoader {
  /** Asks for the window that begins at a version, before all that was asked for earlier. Gives what withdraws the wish. */
  readonly wish: (from: number) => () => void
}

const atOnce = 3
/** Whoever drags has come to rest after so many milliseconds. */
const restMs = 60

/**
 * Loads windows as they are wished for, the latest wish first and a few at once: whoever drags over a long history
 * passes many, and what is passed quickly isn't loaded. What fails is tried again for as long as it is wished for, more
 * and more rarely; what is refused isn't, until it is wished for anew.
 */
export const createWindowLoader = (load: (from: number) => Promise<void>): WindowLoader => {
  const wishes = new Set<Wish>()
  const running = new Set<number>()

  let failures = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const forget = (from: number): void => {
    for (const wish of wishes) if (wish.from === from) wishes.delete(wish)
  }

  const run = async (from: number): Promise<void> => {
    running.add(from)
    try {
      await load(from)
      failures = 0
      forget(from)
    } catch (error) {
      if (error instanceof ServerRefused) forget(from)
      else await new Promise((resolve) => setTimeout(resolve, pauseMs(failures++)))
    } finally {
      running.delete(from)
      // What comes while a hand moves on is in its way.
      if (resting === undefined) next()
    }
  }

  const next = (): void => {
    if (running.size >= atOnce) return
    const wish = [...wishes].reverse().find(({ from }) => !running.has(from))
    if (!wish) return
    void run(wish.from)
    next()
  }

  /** What is wished for first is loaded at once; what follows quickly, when no more follows. */
  const soon = (): void => {
    if (resting === undefined) next()
    clearTimeout(resting)
    resting = setTimeout(() => {
      resting = undefined
      next()
    }, restMs)
  }

  return {
    wish: (from) => {
      const wish = { from }
      wishes.add(wish)
      soon()
      return () => void wishes.delete(wish)
    },
  }
}
