import { setTimeout as sleep } from 'node:timers/promises'
import type { TimerFired } from '../../lib/kit/processes/process-events'
import { withClient } from '../../lib/kit/server/postgres/with-client'
import { type Hammered, hammer } from '../hammer'
import { openDbos } from '../peers/dbos'
import { arePeersInstalled } from '../peers/install'
import { ascending, percentile } from '../percentile'
import { type BenchServer, describeServer, withServer } from '../server'
import { figure, printTable } from '../table'
import { type Errands, openErrands } from './open-errands'

const callers = [1, 64]
const waitingTimers = 1_000_000
const timers = { perSecond: 200, seconds: 10, firstInMs: 8_000 }

/** What each step does: next to nothing, so that what is measured is what surrounds it. */
const step = async (): Promise<object> => ({ done: true })

/** A process of three steps, from the call to its end; then a million timers that wait, and how late others are. */
export const benchProcesses = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(`\nProcesses of three steps. ${await describeServer(server)}.\n`)
    await compare(server)
    await waitLong(server)
  })

const compare = async (server: BenchServer): Promise<void> => {
  const ours = await openErrands(server, step)
  const peer = arePeersInstalled()
    ? await openDbos({ url: await server.createDatabase('dbos'), connections: server.connections }, step)
    : undefined
  const rows: string[][] = []
  try {
    let done = 0
    for (const count of callers) {
      const theirs = peer && (await hammer(count, () => peer.run))
      const own = await hammer(count, () => ours.run)
      done += own.answered
      if (theirs) rows.push(row(`DBOS Transact, ${count}`, theirs))
      rows.push(row(`a process, ${count}`, own, theirs))
    }
    const kept = await ours.countDone()
    if (kept !== done) throw new Error(`${done} were answered, and ${kept} stand in the log`)
  } finally {
    await ours.close()
    await peer?.close()
  }
  printTable(['callers', 'a second', 'p50 ms', 'p99 ms', 'of DBOS'], rows)
}

const row = (name: string, { perSecond, p50Ms, p99Ms }: Hammered, peer?: Hammered): string[] => [
  name,
  figure(perSecond),
  figure(p50Ms),
  figure(p99Ms),
  peer ? `${figure(perSecond / peer.perSecond)} x` : '',
]

const waitLong = async (server: BenchServer): Promise<void> => {
  const lateMs: number[] = []
  const ours = await openErrands(server, step, (event) => {
    const { dueAt } = (event as unknown as TimerFired).data
    lateMs.push(Date.parse(event.recordedAt ?? '') - Date.parse(dueAt))
  })
  try {
    const before = await hammer(64, () => ours.run)
    await fill(server.ownerUrl)
    const after = await hammer(64, () => ours.run)
    await setTimers(ours)
    const all = timers.perSecond * timers.seconds
    const patience = performance.now() + timers.firstInMs + timers.seconds * 1_000 + 30_000
    while (lateMs.length < all && performance.now() < patience) await sleep(100)
    if (lateMs.length !== all) throw new Error(`Of ${all} timers ${lateMs.length} fired`)
    const late = ascending(lateMs)
    printTable(
      ['timers that wait', 'processes a second', 'p99 ms'],
      [
        ['none', figure(before.perSecond), figure(before.p99Ms)],
        [figure(waitingTimers), figure(after.perSecond), figure(after.p99Ms)],
      ],
    )
    printTable(
      ['timers that fire beside them', 'late ms: p50', 'p99', 'worst'],
      [
        [
          `${figure(all)}, ${timers.perSecond} a second`,
          ...[percentile(late, 50), percentile(late, 99), late.at(-1) ?? 0].map(figure),
        ],
      ],
    )
  } finally {
    await ours.close()
  }
}

/** As many rows as that many instances would have made that wait for a time next year. */
const fill = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO waiting_work (queue, id, key, position, payload, due_at)
     SELECT 'process timers', gen_random_uuid(), 'errand/' || nth, nth,
       jsonb_build_object('id', nth::text, 'stream', jsonb_build_object('type', 'errand', 'id', nth::text),
         'cause', jsonb_build_object('correlationId', nth::text, 'causationId', nth::text)),
       now() + interval '1 year' + nth * interval '1 second'
     FROM generate_series(1, ${waitingTimers}) AS nth`,
    )
    // What the database does with so many new rows by and by is done before the clock starts.
    await client.query('VACUUM ANALYZE waiting_work')
    await client.query('CHECKPOINT')
  })

/** Timers that are due one after another, later than whoever sets them would keep them in mind. */
const setTimers = async ({ ask }: Errands): Promise<void> => {
  const first = Date.now() + timers.firstInMs
  const asked = Array.from({ length: timers.perSecond * timers.seconds }, (_, nth) =>
    ask({ steps: 0, dueAt: new Date(first + (nth / timers.perSecond) * 1_000).toISOString() }),
  )
  await Promise.all(asked)
}
