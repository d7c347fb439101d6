import type { EventRegistry } from '../../events/registry'
import type { Sql } from '../postgres/sql'
import { createAppends } from './append'
import { checked } from './checked'
import { findOutcome, keepOutcome } from './command-outcomes'
import type { EventStore } from './event-store'
import { headPosition, readAll } from './read-all'
import { readEvent } from './read-event'
import { headVersion, readStream } from './read-stream'
import { withCurrentShapes } from './with-current-shapes'

/** The log in Postgres. One for a process: its appends share their round trips. */
export const createPostgresStore = (sql: Sql, registry: EventRegistry): EventStore =>
  checked(withCurrentShapes(createStored(sql), registry))

/** As it stands in the database, old shapes and all. */
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
