import { existsSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { createPool } from '../lib/kit/server/postgres/pool'
import { compareWithRebuild } from '../lib/kit/server/projections/compare'
import type { Projection } from '../lib/kit/server/projections/projection'
import { rebuild } from '../lib/kit/server/projections/rebuild'
import type { EventStore } from '../lib/kit/server/store/event-store'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import { importRetail } from '../lib/shop/server/import/import-retail'
import { openTable } from '../lib/shop/server/import/open-table'
import { retailColumns } from '../lib/shop/server/import/retail/columns'
import { conventionsOf, surveyRows } from '../lib/shop/server/import/retail/survey'
import { openSource } from '../lib/shop/server/import/source'
import { projections } from '../lib/shop/server/projections'
import { benchCodec } from './codec'
import { type BenchServer, describeServer, withServer } from './server'
import { figure, printTable } from './table'

const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

/** Each read model built anew, from an empty table to the swap, over the log of the imported Online Retail file. */
export const benchRebuild = (): Promise<void> =>
  withServer(async (server) => {
    if (!existsSync(file)) {
      process.stdout.write(`\nRebuild: left out, there is no ${file}; ONLINE_RETAIL_CSV says where it is.\n`)
      return
    }
    const pool = createPool(server.database.pool, (error) => server.log.warn({ err: error }, 'Broke'))
    try {
      const store = createPostgresStore(pool, benchCodec(pool))
      await importFile(store)
      process.stdout.write(`\nRebuild: the imported retail log. ${await describeServer(server)}.\n`)
      const runs: string[][] = []
      for (const partitions of [1, 2]) {
        for (const projection of projections) {
          runs.push(await measure(server, store, projection, partitions))
          const wrong = await compareWithRebuild({ pool, store }, projection)
          if (wrong.length > 0) throw new Error(`${projection.name} differs: ${JSON.stringify(wrong)}`)
        }
      }
      printTable(['read model', 'partitions', 'its events', 's', 'CPU s of Node', 'log events/s'], runs)
    } finally {
      await pool.end()
    }
  })

const importFile = async (store: EventStore): Promise<void> => {
  const table = await openTable(await openSource(file), retailColumns)
  const conventions = conventionsOf(await surveyRows(table.rows()))
  await importRetail({ table, conventions, store, newId: () => uuidv7() })
}

const measure = async (
  { database }: BenchServer,
  store: EventStore,
  projection: Projection,
  partitions: number,
): Promise<string[]> => {
  let events = 0
  const onProgress = (progress: { readonly events: number }) => {
    events += progress.events
  }
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const rebuilt = await rebuild({ connection: database.pool, store }, projection, { partitions, onProgress })
  const seconds = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  if (rebuilt.type !== 'rebuilt') throw new Error(rebuilt.type)
  return [
    projection.name,
    figure(partitions),
    figure(events),
    seconds.toFixed(1),
    ((user + system) / 1e6).toFixed(1),
    figure(rebuilt.position / seconds),
  ]
}
