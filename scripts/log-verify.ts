import { program } from 'commander'
import { createFolderStorage } from '../lib/kit/server/archive/folder-storage'
import { type VerifiedArchive, verifyArchive } from '../lib/kit/server/archive/verify-archive'
import { createLog } from '../lib/kit/server/log'
import { createPool } from '../lib/kit/server/postgres/pool'
import type { Sql } from '../lib/kit/server/postgres/sql'
import { showProgress } from '../lib/kit/server/progress'
import { explainFault } from '../lib/kit/server/store/explain-fault'
import { type VerifiedLog, verifyLog } from '../lib/kit/server/store/verify-log'
import { readConfig } from '../lib/shop/server/config'
import { openDatabase } from '../lib/shop/server/open-database'
import { number } from './console'

const exitCodes = { whole: 0, broken: 1, unknown: 2 }

const countOf = async (sql: Sql, table: 'events' | 'archived_streams'): Promise<number> =>
  (await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${table}`)).rows[0]?.total ?? 0

/** Shows how far it is while it works. */
const watched = async <Result>(
  title: string,
  total: number,
  work: (progress: (done: number) => void) => Promise<Result>,
): Promise<Result> => {
  let done = 0
  const hideProgress = showProgress(title, total, () => ({ value: done, done }))
  return work((checked) => {
    done = checked
  }).finally(hideProgress)
}

const verify = async (): Promise<number> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const started = performance.now()
    const live = await watched('Verifying the log', await countOf(pool, 'events'), (progress) =>
      verifyLog(pool, progress),
    )
    report(reportLog(live, (performance.now() - started) / 1000))
    const archived = await countOf(pool, 'archived_streams')
    if (archived === 0) return live.faults
    const storage = createFolderStorage(config.archiveDir)
    const cold = await watched('Verifying cold storage', archived, (progress) =>
      verifyArchive(pool, storage, progress),
    )
    report(reportArchive(cold))
    return live.faults + cold.faults
  } finally {
    await pool.end()
    await database.close()
  }
}

const report = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)
const verdict = (what: string, faults: number): string =>
  faults === 0 ? `${what} is whole` : `${what} is broken in ${number(faults)} places; the first:`

const reportLog = ({ events, streams, faults, first }: VerifiedLog, seconds: number): string[] => [
  `${number(events)} events of ${number(streams)} streams in ${seconds.toFixed(1)} s (${number(events / seconds)}/s)`,
  verdict('The log', faults),
  ...first.map((fault) => `  ${explainFault(fault)}`),
]

const reportArchive = ({ streams, events, faults, first }: VerifiedArchive): string[] => [
  `${number(events)} events of ${number(streams)} streams in cold storage`,
  verdict('Cold storage', faults),
  ...first.map(
    ({ stream, location, reason }) => `  The copy of ${stream.type}/${stream.id} in ${location} ${reason}`,
  ),
]

program
  .name('npm run log:verify --')
  .description(
    'Checks every event of the log: its hash, its place in the stream and in the log. Exits with 1 when one is wrong.',
  )
  .action(async () => {
    process.exitCode = (await verify()) === 0 ? exitCodes.whole : exitCodes.broken
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The log could not be verified: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = exitCodes.unknown
}
