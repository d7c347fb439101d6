import type { RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import type { EventCodec } from './codec'
import {
  type Append,
  type AppendCondition,
  anyOf,
  type EventFilters,
  type EventQuery,
  type EventStore,
  type Written,
} from './event-store'
import { createInOrder } from './in-order'

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
 * A store at whose edge events are encoded and decoded, over one that keeps them as they are stored: they are asked for by
 * their current types and read in their current shapes. Reads throw `UnreadableEvent` for what can't be decoded.
 */
export const withCodec = (stored: EventStore, codec: EventCodec): EventStore => {
  const asStored = createAsStored(codec.registry)
  const inOrder = createInOrder()
  const { encode, decode } = codec
  return {
    ...stored,
    append: async (append) => {
      const { type, id } = append.stream
      const result = await inOrder(`${type}/${id}`, encode(append), stored.append)
      return result.type === 'written' ? asGiven(result, append) : result
    },
    appendTogether: async ({ appends, condition }) => {
      const result = await stored.appendTogether({
        appends: await Promise.all(appends.map(encode)),
        condition: condition && asStored.condition(condition),
      })
      if (result.type !== 'written') return result
      return {
        ...result,
        results: result.results.map((written, nth) => asGiven(written, appends[nth] as Append)),
      }
    },
    readStream: async (stream, range) => decode(await stored.readStream(stream, range)),
    readAll: async (range) =>
      decode(await stored.readAll({ ...range, filter: asStored.filter(range.filter) })),
    readEvent: async (eventId) => {
      const event = await stored.readEvent(eventId)
      return event && (await decode([event]))[0]
    },
  }
}

/** What was written, with the data that was given; what stands in the log beside it where that was sealed. */
const asGiven = (written: Written, { events }: Append): Written => ({
  ...written,
  events: written.events.map((event, nth): RecordedEvent => {
    const data = events[nth]?.data ?? event.data
    const { type, schemaVersion } = event
    return data === event.data ? event : { ...event, data, stored: { type, schemaVersion, data: event.data } }
  }),
})
