import type { RecordedEvent } from '../../events/recorded-event'
import { groupBy } from '../../kernel/group-by'

/** Hears of new events of what is watched. */
export type Watcher = (events: readonly RecordedEvent[]) => void

/** Who watches what on this node: events belong together by a key, as those of a story do. */
export const createWatched = (keyOf: (event: RecordedEvent) => string) => {
  const watchers = new Map<string, Set<Watcher>>()
  return {
    /** Gives what ends it. */
    watch: (key: string, watcher: Watcher): (() => void) => {
      const ofKey = watchers.get(key) ?? new Set()
      watchers.set(key, ofKey.add(watcher))
      return () => {
        ofKey.delete(watcher)
        if (ofKey.size === 0) watchers.delete(key)
      }
    },
    publish: (events: readonly RecordedEvent[]): void => {
      if (watchers.size === 0) return
      for (const [key, ofKey] of groupBy(events, keyOf)) {
        for (const watcher of watchers.get(key) ?? []) watcher(ofKey)
      }
    },
  }
}

export type Watched = ReturnType<typeof createWatched>
