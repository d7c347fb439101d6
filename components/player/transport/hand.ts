interface HandOptions {
  /** The version that is rendered, and the last there is. */
  readonly shown: number
  readonly head: number
  /** Puts under the hand what has to be there. Called often: it may not cost a layout. */
  readonly draw: (version: number) => void
  /** Has a version rendered: at once where the hand just came or let go, else when there is time. */
  readonly tell: (version: number, isUrgent: boolean) => void
  readonly release: () => void
}

/** What is rendered follows a hand so often, and no oftener than it can be rendered. */
export const followMs = 100
/** What hasn't been rendered by then won't be: somebody went elsewhere. */
const lostMs = 1_000

/**
 * A hand that drags over versions. What is under it is drawn at each move; the rest of the page hears of it every so often,
 * and not before it has rendered what it heard last. Where somebody else moves on meanwhile (a key, or the stream), the
 * hand gives way until it moves again.
 */
export const createHand = (options: HandOptions) => {
  const { draw, tell, release } = options
  let { shown, head } = options
  let isHeld = false
  /** Where the hand is; null where there is none, or it gave way. */
  let at: number | null = null
  let told = { version: shown, at: Number.NEGATIVE_INFINITY }
  let telling: ReturnType<typeof setTimeout> | undefined

  const rest = (): void => {
    clearTimeout(telling)
    telling = undefined
  }
  const tellNow = (isUrgent: boolean): void => {
    rest()
    if (at === null || at === told.version) return
    told = { version: at, at: performance.now() }
    tell(at, isUrgent)
  }
  const isAwaited = (since: number): boolean => since < lostMs && Math.min(told.version, head) !== shown
  const follow = (): void => {
    const since = performance.now() - told.at
    if (isAwaited(since) || telling !== undefined) return
    if (since >= followMs) tellNow(false)
    else telling = setTimeout(() => tellNow(false), followMs - since)
  }

  return {
    isHeld: (): boolean => isHeld,
    take: (to: number): void => {
      isHeld = true
      at = to
      told = { version: to, at: performance.now() }
      draw(to)
      tell(to, true)
    },
    move: (to: number): void => {
      at = to
      draw(to)
      follow()
    },
    letGo: (): void => {
      if (!isHeld) return
      isHeld = false
      tellNow(true)
      at = null
      release()
      // Once that is rendered: somebody may have gone elsewhere meanwhile.
      queueMicrotask(() => at === null && draw(shown))
    },
    /** A version was rendered. */
    rendered: (version: number, newHead: number): void => {
      const isOther = version !== shown && version !== Math.min(told.version, newHead)
      shown = version
      head = newHead
      if (at === null) return
      if (isOther) {
        at = null
        told = { ...told, version }
        draw(version)
        return
      }
      // What was just rendered is where the hand was.
      draw(at)
      follow()
    },
    /** Nothing more is to be rendered. */
    leave: rest,
  }
}
