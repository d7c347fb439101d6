import { checkCondition } from './check-condition'
import { checkId, checkReadAll, checkReadStream, checkStream } from './check-read'
import type { EventStore } from './event-store'

/** A store whose conditions and reads are checked before anything is asked, so that every store refuses the same. */
export const checked = (store: EventStore): EventStore => ({
  ...store,
  appendTogether: async (together) => {
    if (together.condition) checkCondition(together.condition)
    return store.appendTogether(together)
  },
  readStream: async (stream, range = {}) => {
    checkReadStream(stream, range)
    return store.readStream(stream, range)
  },
  readAll: async (range) => {
    checkReadAll(range)
    return store.readAll(range)
  },
  readEvent: async (eventId) => {
    checkId(eventId)
    return store.readEvent(eventId)
  },
  headVersion: async (stream) => {
    checkStream(stream)
    return store.headVersion(stream)
  },
  findOutcome: async (stream, commandId) => {
    checkStream(stream)
    checkId(commandId)
    return store.findOutcome(stream, commandId)
  },
  keepOutcome: async (stream, commandId, ...outcome) => {
    checkStream(stream)
    checkId(commandId)
    return store.keepOutcome(stream, commandId, ...outcome)
  },
})
