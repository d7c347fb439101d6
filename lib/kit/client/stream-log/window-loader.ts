import { ServerRefused } from '../connection/ask-server'
import { pauseMs } from '../page/pauses'

interface Wish {
  readonly from: number
  readonly isAhead: boolean
}

export interface WindowLoader {
  /** Asks for the window that begins at a version, before all that was asked for earlier. Gives what withdraws the wish. */
  readonly wish: (from: number) => () => void
  /** Asks for one that may be wanted next, when nothing else is to be loaded. */
  readonly wishAhead: (from: number) => () => void
  /** A hand moves: nothing more is loaded until it has come to rest. */
  readonly defer: () => void
}

const atOnce = 3
/** Whoever drags has come to rest after so many milliseconds. */
const restMs = 60
/** Who goes on by keys that repeat comes sooner than that. */
const nextKeyMs = 40

interface WindowLoads {
  readonly load: (from: number) => Promise<void>
  /** Fetches one that may be wanted next, for `load` to find it. */
  readonly loadAhead: (from: number) => Promise<void>
}

/**
 * Loads windows as they are wished for, the latest wish first and a few at once: whoever drags over a long history
 * passes many, and what is passed quickly isn't loaded. What fails is tried again for as long as it is wished for, more
 * and more rarely; what is refused isn't, until it is wished for anew.
 */
export const createWindowLoader = ({ load, loadAhead }: WindowLoads): WindowLoader => {
  const wishes = new Set<Wish>()
  const running = new Set<number>()

  let failures = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const forget = (from: number, which: (wish: Wish) => boolean = () => true): void => {
    for (const wish of wishes) if (wish.from === from && which(wish)) wishes.delete(wish)
  }
  const isWished = (from: number): boolean => [...wishes].some((wish) => wish.from === from && !wish.isAhead)

  const run = async ({ from, isAhead }: Wish): Promise<void> => {
    running.add(from)
    try {
      await (isAhead ? loadAhead : load)(from)
      failures = 0
      forget(from, (wish) => wish.isAhead || !isAhead)
    } catch (error) {
      if (error instanceof ServerRefused) forget(from)
      else await new Promise((resolve) => setTimeout(resolve, pauseMs(failures++)))
    } finally {
      running.delete(from)
      // What comes while a hand moves on is in its way; what it came to rest at was fetched ahead.
      if (isAhead && isWished(from)) void run({ from, isAhead: false })
      else if (resting === undefined) next()
    }
  }

  const next = (): void => {
    if (running.size >= atOnce) return
    const open = [...wishes].reverse().filter(({ from }) => !running.has(from))
    const wish = open.find(({ isAhead }) => !isAhead) ?? (running.size === 0 ? open[0] : undefined)
    if (!wish) return
    void run(wish)
    next()
  }

  const restFor = (ms: number): void => {
    clearTimeout(resting)
    resting = setTimeout(() => {
      resting = undefined
      next()
    }, ms)
  }

  const add = (wish: Wish): (() => void) => {
    wishes.add(wish)
    // What is wished for first is loaded at once; what follows quickly, when no more follows.
    if (resting === undefined) next()
    return () => void wishes.delete(wish)
  }

  return {
    wish: (from) => {
      const withdraw = add({ from, isAhead: false })
      restFor(nextKeyMs)
      return withdraw
    },
    wishAhead: (from) => add({ from, isAhead: true }),
    defer: () => restFor(restMs),
  }
}
