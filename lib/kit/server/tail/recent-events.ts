import type { RecordedEvent } from '../../events/recorded-event'

/** The end of the log as the tail has handed it on: whoever is at it needn't read it again. */
export interface RecentEvents {
  /** Where the log ends as far as the tail knows. */
  readonly end: () => number
  /** The events after a position up to the end; none given when some of them are no longer at hand. */
  readonly after: (position: number) => readonly RecordedEvent[] | undefined
}

/** Few, since each may be big; whoever is further behind reads from the log. */
const most = 500

export const createRecentEvents = (from: number) => {
  let known: RecordedEvent[] = []
  /** All after it are known. */
  let begin = from
  let end = from

  return {
    end: () => end,
    after: (position: number) =>
      position < begin ? undefined : known.slice(Math.max(0, known.length - (end - position))),
    /** The events that follow in the log. */
    add: (events: readonly RecordedEvent[]): void => {
      const last = events.at(-1)
      if (!last) return
      known = [...known, ...events].slice(-most)
      end = last.position
      begin = Math.max(begin, end - most)
    },
    /** What stands at the position can't be handed on: whoever hasn't come as far reads the log. */
    leaveOut: (position: number): void => {
      known = []
      begin = position
      end = position
    },
  }
}

export type RecentlyTailed = ReturnType<typeof createRecentEvents>
