import type { Sql } from '../lib/kit/server/postgres/sql'
import { createCodec, type EventCodec } from '../lib/kit/server/store/codec'
import { openDataKeys } from '../lib/shop/server/data-keys'
import { shopEvents } from '../lib/shop/wire/events/shop-events'

/** All processes of a benchmark have the same. */
const masterKey = Buffer.alloc(32, 'bench')

/** The shop's codec as benchmarks use it. */
export const benchCodec = (sql: Sql): EventCodec => createCodec(shopEvents, openDataKeys(sql, masterKey))
