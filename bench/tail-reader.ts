import pg from 'pg'
import { createFolderStorage } from '../lib/kit/server/archive/folder-storage'
import { withArchive } from '../lib/kit/server/archive/with-archive'
import { createLog } from '../lib/kit/server/log'
import { createPool } from '../lib/kit/server/postgres/pool'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import { listen } from '../lib/kit/server/tail/listen'
import { createRecentEvents } from '../lib/kit/server/tail/recent-events'
import { startTail } from '../lib/kit/server/tail/tail'
import { benchCodec } from './codec'

/** Another node: tells its parent when each event, and each bare notification, reached it. */
const config = JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig

const arrived = (id: string | undefined): void => {
  process.send?.([id, process.hrtime.bigint().toString()])
}

const log = createLog('warn')
const pool = createPool({ ...config, max: 4 }, () => undefined)
const storage = createFolderStorage(process.argv[3] ?? '')
const store = withArchive(createPostgresStore(pool, benchCodec(pool)), pool, storage, benchCodec(pool))
const tail = startTail({
  store,
  recent: createRecentEvents(await store.headPosition()),
  pollMs: 1_000,
  onEvents: (events) => {
    for (const { eventId } of events) arrived(eventId)
  },
  log,
})
const listener = listen(config, 'events_appended', tail.wake, log)

const bare = new pg.Client(config)
await bare.connect()
bare.on('notification', ({ payload }) => arrived(payload))
await bare.query('LISTEN bench_floor')

process.on('message', async () => {
  await listener.stop()
  await tail.stop()
  await bare.end()
  await pool.end()
  process.disconnect()
})
process.send?.('ready')
