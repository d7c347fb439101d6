import type { EventRegistry } from '../../events/registry'
import {
  type AppendCondition,
  anyOf,
  type EventFilters,
  type EventQuery,
  type EventStore,
} from './event-store'

/** Queries by today's types, as queries by the types that stand in the log. */
const createAsStored = ({ storedTypesOf }: EventRegistry) => {
  const query = <Query extends EventQuery>(asked: Query): Query =>
    asked.types ? { ...asked, types: asked.types.flatMap(storedTypesOf) } : asked
  return {
    filter: (filter: EventFilters | undefined): EventFilters | undefined =>
      filter && anyOf(filter).map(query),
    condition: ({ queries, ...condition }: AppendCondition): AppendCondition => ({
      ...condition,
      queries: queries.map(query),
    }),
  }
}

/**
 * A store whose events read in their current shapes and are asked for by their current types, over one that keeps them
 * as they were written. Reads throw `UnreadableEvent` for what the registry doesn't know.
 */
export const withCurrentShapes = (stored: EventStore, registry: EventRegistry): EventStore => {
  const asStored = createAsStored(registry)
  const { upcast } = registry
  return {
    ...stored,
    appendTogether: ({ appends, condition }) =>
      stored.appendTogether({ appends, condition: condition && asStored.condition(condition) }),
    readStream: async (stream, range) => (await stored.readStream(stream, range)).map(upcast),
    readAll: async (range) =>
      (await stored.readAll({ ...range, filter: asStored.filter(range.filter) })).map(upcast),
    readEvent: async (eventId) => {
      const event = await stored.readEvent(eventId)
      return event && upcast(event)
    },
  }
}
