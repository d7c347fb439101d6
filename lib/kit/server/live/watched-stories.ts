import type { RecordedEvent } from '../../events/recorded-event'
import { groupBy } from '../../kernel/group-by'

/** Hears of a story's new events. */
export type StoryWatcher = (events: readonly RecordedEvent[]) => void

/** Who watches which story on this node. */
export const createWatchedStories = () => {
  const watchers = new Map<string, Set<StoryWatcher>>()
  return {
    /** Gives what ends it. */
    watch: (correlationId: string, watcher: StoryWatcher): (() => void) => {
      const ofStory = watchers.get(correlationId) ?? new Set()
      watchers.set(correlationId, ofStory.add(watcher))
      return () => {
        ofStory.delete(watcher)
        if (ofStory.size === 0) watchers.delete(correlationId)
      }
    },
    publish: (events: readonly RecordedEvent[]): void => {
      if (watchers.size === 0) return
      for (const [correlationId, ofStory] of groupBy(events, ({ metadata }) => metadata.correlationId)) {
        for (const watcher of watchers.get(correlationId) ?? []) watcher(ofStory)
      }
    },
  }
}

export type WatchedStories = ReturnType<typeof createWatchedStories>
