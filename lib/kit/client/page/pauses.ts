const longestMs = 15_000

/** How long to rest before the server is asked again that couldn't answer, in milliseconds: longer with every failure. */
export const pauseMs = (failures: number, first = 1_000): number => Math.min(first * 2 ** failures, longestMs)

/** Rests so long, or until there is a network again. */
export const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    globalThis.addEventListener?.('online', end)
  })
