import { program } from 'commander'
import { readConfig } from '../lib/server/config'
import { createLog } from '../lib/server/log'
import { openDatabase } from '../lib/server/postgres/open-database'
import { createPool } from '../lib/server/postgres/pool'
import { showProgress } from '../lib/server/progress'
import { explainFault } from '../lib/server/store/explain-fault'
import { type VerifiedLog, verifyLog } from '../lib/server/store/verify-log'

const exitCodes = { whole: 0, broken: 1, unknown: 2 }

const verify = async (): Promise<VerifiedLog & { seconds: number }> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const { rows } = await pool.query<{ total: number }>('SELECT count(*)::int AS total FROM events')
    const total = rows[0]?.total ?? 0
    let events = 0
    const started = performance.now()
    const hideProgress = showProgress('Verifying the log', total, () => ({ value: events, events }))
    const progress = (checked: number) => {
      events = checked
    }
    const verified = await verifyLog(pool, progress).finally(hideProgress)
    return { ...verified, seconds: (performance.now() - started) / 1000 }
  } finally {
    await pool.end()
    await database.close()
  }
}

const number = (value: number): string => Math.round(value).toLocaleString('en')

const report = ({
  events,
  streams,
  archivedStreams,
  faults,
  first,
  seconds,
}: VerifiedLog & { seconds: number }) => {
  const speed = `${seconds.toFixed(1)} s (${number(events / seconds)}/s)`
  const archived =
    archivedStreams > 0 ? [`${number(archivedStreams)} more streams stand in cold storage`] : []
  const verdict =
    faults === 0 ? 'The log is whole' : `The log is broken in ${number(faults)} places; the first:`
  return [
    `${number(events)} events of ${number(streams)} streams in ${speed}`,
    ...archived,
    verdict,
    ...first.map((fault) => `  ${explainFault(fault)}`),
  ]
}

program
  .name('npm run log:verify --')
  .description(
    'Checks every event of the log: its hash, its place in the stream and in the log. Exits with 1 when one is wrong.',
  )
  .action(async () => {
    const verified = await verify()
    process.stdout.write(`${report(verified).join('\n')}\n`)
    process.exitCode = verified.faults === 0 ? exitCodes.whole : exitCodes.broken
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The log could not be verified: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = exitCodes.unknown
}
