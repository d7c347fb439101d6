import type { Sql } from '../postgres/sql'
import { createAppends } from './append'
import { checked } from './checked'
import type { EventCodec } from './codec'
import { findOutcome, keepOutcome } from './command-outcomes'
import type { EventStore } from './event-store'
import { headPosition, readAll } from './read-all'
import { readEvent } from './read-event'
import { headVersion, readStream } from './read-stream'
import { withCodec } from './with-codec'

/** The log in Postgres. One for a process: its appends share their round trips. */
export const createPostgresStore = (sql: Sql, codec: EventCodec): EventStore =>
  checked(withCodec(createStored(sql), codec))

/** As it stands in the database: old shapes, and what is sealed. */
const createStored = (sql: Sql): EventStore => ({
  ...createAppends(sql),
  readStream: (stream, range = {}) => readStream(sql, stream, range),
  readAll: (range) => readAll(sql, range),
  readEvent: (eventId) => readEvent(sql, eventId),
  headPosition: () => headPosition(sql),
  headVersion: (stream) => headVersion(sql, stream),
  findOutcome: (stream, commandId) => findOutcome(sql, stream, commandId),
  keepOutcome: (...command) => keepOutcome(sql, ...command),
})
