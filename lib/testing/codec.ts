import type { Sql } from '../kit/server/postgres/sql'
import type { DataKeys } from '../kit/server/sealing/data-keys'
import { createCodec, type EventCodec } from '../kit/server/store/codec'
import { openDataKeys } from '../shop/server/data-keys'
import { shopEvents } from '../shop/wire/events/shop-events'

/** The master key of every shop that a test opens. */
export const testMasterKey = Buffer.alloc(32, 'tests')

/** What one process remembers of the people in a test's database. */
export const testKeys = (sql: Sql): DataKeys => openDataKeys(sql, testMasterKey)

/** The shop's codec over a test's database. */
export const testCodec = (sql: Sql, keys = testKeys(sql)): EventCodec => createCodec(shopEvents, keys)
