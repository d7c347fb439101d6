import { InvalidArgumentError, program } from 'commander'
import { type ArchivedStreams, archiveClosed, createTally } from '../lib/kit/server/archive/archive-closed'
import type { ArchiveDependencies } from '../lib/kit/server/archive/archive-stream'
import { countClosed } from '../lib/kit/server/archive/closed-streams'
import { renewTombstones } from '../lib/kit/server/archive/renew-tombstones'
import { showProgress } from '../lib/kit/server/progress'
import { shopEndings } from '../lib/shop/server/endings'
import { withOpenArchive } from '../lib/shop/server/open-archive'
import { number, print } from './console'

interface Options {
  /** Days. */
  readonly olderThan: number
  readonly dryRun: boolean
  readonly limit: number
}

const exitCodes = { finished: 0, refused: 1, failed: 2, stopped: 130 }
const dayMs = 24 * 60 * 60 * 1000
const stopper = new AbortController()

const days = (text: string): number => {
  const [, count] = /^(\d{1,6})d$/.exec(text) ?? []
  if (count === undefined) throw new InvalidArgumentError('Give it in days, like 365d.')
  return Number(count)
}

const atLeastOne = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give it a whole number from 1 on.')
}

const archive = async ({ olderThan, dryRun, limit }: Options): Promise<number> =>
  withOpenArchive(async (dependencies) => {
    const before = new Date(Date.now() - olderThan * dayMs)
    const closed = await countAllClosed(dependencies, before)
    if (dryRun) {
      const { streams, events } = closed
      print(`${number(streams)} streams of ${number(events)} events would be archived (--dry-run)`)
      return exitCodes.finished
    }
    const renewed = await renewTombstones(dependencies, stopper.signal)
    if (renewed > 0) print(`${number(renewed)} tombstones made anew; they tell each kind of event now`)
    const tally = await withProgress(dependencies, before, Math.min(limit, closed.streams))
    if (tally.refused.length > 0) return exitCodes.refused
    return stopper.signal.aborted ? exitCodes.stopped : exitCodes.finished
  })

const countAllClosed = async ({ pool }: ArchiveDependencies, before: Date) => {
  const counts = await Promise.all(shopEndings.map((endings) => countClosed(pool, endings, before)))
  return {
    streams: counts.reduce((sum, { streams }) => sum + streams, 0),
    events: counts.reduce((sum, { events }) => sum + events, 0),
  }
}

const withProgress = async (dependencies: ArchiveDependencies, before: Date, limit: number) => {
  const tally = createTally()
  const started = performance.now()
  const tried = () => tally.streams + tally.passedOver + tally.refused.length
  const hideProgress = showProgress('Archiving', limit, () => ({ value: tried(), done: tally.events }))
  const { signal } = stopper
  try {
    for (const endings of shopEndings) {
      await archiveClosed(dependencies, { endings, before, limit: limit - tried(), signal }, tally)
    }
  } finally {
    hideProgress()
    print(report(tally, (performance.now() - started) / 1000))
  }
  return tally
}

const report = ({ streams, events, bytes, passedOver, refused }: ArchivedStreams, seconds: number): string =>
  [
    ...(stopper.signal.aborted ? ['Stopped. Run it again to go on.'] : []),
    `${number(streams)} streams of ${number(events)} events archived in ${seconds.toFixed(1)} s; their copies take ${number(bytes / 1024)} KB`,
    ...(passedOver > 0 ? [`${number(passedOver)} stay: they changed meanwhile`] : []),
    ...refused.map(({ stream, reason }) => `${stream.type}/${stream.id} stays. ${reason}`),
  ].join('\n')

program
  .name('npm run archive --')
  .description(
    'Moves streams that were closed long ago to cold storage (ARCHIVE_DIR). They can be read as before.',
  )
  .requiredOption('--older-than <days>', 'how long ago their last event was recorded, like 365d', days)
  .option('--dry-run', 'only say how many they are', false)
  .option('--limit <n>', 'at most so many streams', atLeastOne, Number.POSITIVE_INFINITY)
  .action(async (options: Options) => {
    process.on('SIGINT', () => stopper.abort())
    process.on('SIGTERM', () => stopper.abort())
    process.exitCode = await archive(options)
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The archiving failed: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = exitCodes.failed
}
