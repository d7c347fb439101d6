import { append } from './append'
import { findOutcome, keepOutcome } from './command-outcomes'
import type { EventStore } from './event-store'
import { headPosition, readAll } from './read-all'
import { readStream } from './read-stream'
import type { Sql } from './sql'

/** The log in Postgres. */
export const createPostgresStore = (sql: Sql): EventStore => ({
  append: (...appends) => append(sql, appends),
  readStream: (stream, range = {}) => readStream(sql, stream, range),
  readAll: (range) => readAll(sql, range),
  headPosition: () => headPosition(sql),
  findOutcome: (stream, commandId) => findOutcome(sql, stream, commandId),
  keepOutcome: (stream, commandId, outcome) => keepOutcome(sql, stream, commandId, outcome),
})
