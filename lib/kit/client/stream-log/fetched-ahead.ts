/** So many windows wait for somebody to come there. */
const most = 8

/** Windows that were fetched before anybody looked at them; the oldest are forgotten. */
export const createFetchedAhead = <Window>() => {
  const kept = new Map<number, Window>()
  return {
    keep: (from: number, window: Window): void => {
      kept.delete(from)
      kept.set(from, window)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return
        kept.delete(oldest)
      }
    },
    take: (from: number): Window | undefined => {
      const window = kept.get(from)
      kept.delete(from)
      return window
    },
  }
}
