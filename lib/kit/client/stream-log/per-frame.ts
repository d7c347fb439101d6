/** When no frame comes, as in a tab that isn't seen. */
const longestMs = 250

/**
 * Hands on what comes: the first at once, and what comes within the same frame together with its end. So a burst
 * costs one call a frame, and what comes alone doesn't wait.
 */
export const perFrame = <Item>(take: (items: readonly Item[]) => void) => {
  let waiting: Item[] = []
  let isWithin = false

  const flush = (): void => {
    const items = waiting
    waiting = []
    isWithin = items.length > 0
    if (!isWithin) return
    take(items)
    afterFrame(flush)
  }
  return (items: readonly Item[]): void => {
    waiting.push(...items)
    if (!isWithin) flush()
  }
}

const afterFrame = (then: () => void): void => {
  const once = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    then()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, longestMs)
}
