import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { createPool } from '../lib/kit/server/postgres/pool'
import { newItemAdded } from './events'
import { openOurs } from './ours'
import { ascending, percentile } from './percentile'
import { describeServer, withServer } from './server'
import { sendSteadily } from './steadily'
import { figure, printTable } from './table'

const perSecond = 1_000
const warmUpSeconds = 2
const seconds = 8
const reader = fileURLToPath(new URL('tail-reader.ts', import.meta.url))

/** From the call of an append to its event's arrival at another process that follows the log. */
export const benchTail = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(
      `\nTail: ${figure(perSecond)} a second for ${seconds} s, to another process. ${await describeServer(server)}.\n`,
    )
    const child = fork(reader, [JSON.stringify(server.database.pool), server.archiveDir])
    await once(child, 'message')
    const ours = openOurs(server)
    const pool = createPool({ ...server.database.pool, max: 4 }, () => undefined)
    try {
      const notify = async (id: string) =>
        void (await pool.query(`SELECT pg_notify('bench_floor', $1)`, [id]))
      const append = async (eventId: string) => ours.append(uuidv7(), 0, [{ ...newItemAdded(), eventId }])
      printTable(
        ['from call to arrival', 'arrived', 'p50 ms', 'p99 ms', 'worst ms'],
        [
          await measure('a bare NOTIFY (floor)', child, notify),
          await measure('append to tail', child, append),
        ],
      )
    } finally {
      child.send('stop')
      await once(child, 'exit')
      await pool.end()
      await ours.close()
    }
  })

const measure = async (
  name: string,
  child: ChildProcess,
  send: (id: string) => Promise<void>,
): Promise<string[]> => {
  const sent = new Map<string, bigint>()
  const latencies: number[] = []
  let warm = false
  const onArrival = (message: unknown) => {
    const [id, at] = message as [string, string]
    const begun = sent.get(id)
    if (begun === undefined) throw new Error(`${name}: ${id} arrived twice, or was never sent`)
    sent.delete(id)
    if (warm) latencies.push(Number(BigInt(at) - begun) / 1e6)
  }
  child.on('message', onArrival)
  const sendNext = () => {
    const id = uuidv7()
    sent.set(id, process.hrtime.bigint())
    void send(id)
  }
  await sendSteadily(perSecond, warmUpSeconds, sendNext)
  await allArrived(sent, name)
  warm = true
  await sendSteadily(perSecond, seconds, sendNext)
  await allArrived(sent, name)
  child.off('message', onArrival)
  const sorted = ascending(latencies)
  return [name, latencies.length, percentile(sorted, 50), percentile(sorted, 99), sorted.at(-1) ?? 0].map(
    (cell) => (typeof cell === 'number' ? figure(cell) : cell),
  )
}

const allArrived = async (sent: ReadonlyMap<string, bigint>, name: string): Promise<void> => {
  const patience = performance.now() + 10_000
  while (sent.size > 0) {
    if (performance.now() > patience) throw new Error(`${name}: ${sent.size} never arrived`)
    await sleep(1)
  }
}
