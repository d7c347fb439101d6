import type { Sql } from '../../kit/server/postgres/sql'
import { createDataKeys } from '../../kit/server/sealing/create-data-keys'
import type { DataKeys } from '../../kit/server/sealing/data-keys'
import { createPostgresKeyRows } from '../../kit/server/sealing/postgres-key-rows'

/** People's keys in the shop's database. One for a process: whoever forgets a person here has forgotten them. */
export const openDataKeys = (sql: Sql, masterKey: Buffer): DataKeys =>
  createDataKeys(createPostgresKeyRows(sql), masterKey)
