import type { EventRegistry } from '../events/registry'
import type { Sql } from '../server/postgres/sql'
import { createDataKeys } from '../server/sealing/create-data-keys'
import type { DataKeys } from '../server/sealing/data-keys'
import { createPostgresKeyRows } from '../server/sealing/postgres-key-rows'
import { createCodec, type EventCodec } from '../server/store/codec'

/** The master key of every application that a test opens. */
export const testMasterKey = Buffer.alloc(32, 'tests')

/** What one process remembers of the people in a test's database. */
export const testKeys = (sql: Sql): DataKeys => createDataKeys(createPostgresKeyRows(sql), testMasterKey)

/** The codec of a registry over a test's database, as one process has it. */
export const testCodec = (registry: EventRegistry, sql: Sql, keys = testKeys(sql)): EventCodec =>
  createCodec(registry, keys)
