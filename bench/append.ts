import { v7 as uuidv7 } from 'uuid'
import { byBatches, byWriters, type Contender, measureContender } from './contender'
import { newItemAdded } from './events'
import { measureFlushRate } from './flush-rate'
import type { Hammered } from './hammer'
import { createFloor } from './insert-floor'
import { openOurs } from './ours'
import { openAct } from './peers/act'
import { openEmmett } from './peers/emmett'
import { arePeersInstalled } from './peers/install'
import type { Peer } from './peers/peer'
import { type BenchServer, describeServer, withServer } from './server'
import { figure, printTable } from './table'

const writerCounts = [1, 16, 64, 256]
/** So long the disk is measured before each contender: it changes from minute to minute. */
const flushedMs = 250
/** A machine's pace may double from one second to the next: all take turns, and each counts by its middle one. */
const turns = 3

/** One event each, to separate streams: bare INSERTs, other event stores, and ours, in the same Postgres. */
export const benchAppend = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(`\nAppend: one event each, separate streams. ${await describeServer(server)}.\n`)
    const { contenders, close } = await openContenders(server)
    try {
      const rows: string[][] = []
      for (const writers of writerCounts) rows.push(...(await compare(contenders, writers, server.dataDir)))
      printTable(
        ['append', 'writers', 'per second', 'p50 ms', 'p99 ms', 'best peer', 'multi-row floor', 'flushes/s'],
        rows,
      )
    } finally {
      await close()
    }
  })

const openContenders = async (server: BenchServer) => {
  const { ownerUrl, connections } = server
  const single = await createFloor({ connectionString: ownerUrl, max: connections }, 'floor_single')
  const multi = await createFloor({ connectionString: ownerUrl, max: 1 }, 'floor_multi')
  const peers = arePeersInstalled() ? await openPeers(server) : []
  const ours = openOurs(server)
  const contenders: Contender[] = [
    {
      name: 'single-row INSERT',
      role: 'floor',
      run: byWriters(() => () => single.insertOne(newItemAdded())),
      countEvents: single.countEvents,
    },
    {
      name: multiRowFloor,
      role: 'floor',
      run: byBatches((size) => multi.insertMany(Array.from({ length: size }, newItemAdded))),
      countEvents: multi.countEvents,
    },
    ...peers.map(toContender),
    {
      name: 'store.append',
      role: 'ours',
      run: byWriters(() => ours.appendOne),
      countEvents: ours.countEvents,
    },
    { name: 'handleCommand', role: 'ours', run: byWriters(ours.startCart), countEvents: ours.countEvents },
  ]
  const close = async () => {
    for (const opened of [ours, ...peers, multi, single]) await opened.close()
  }
  return { contenders, close }
}

const multiRowFloor = 'multi-row INSERT'

const openPeers = async ({ createDatabase, connections }: BenchServer): Promise<Peer[]> => [
  await openEmmett({ url: await createDatabase('emmett'), connections }),
  await openAct({ url: await createDatabase('act'), connections }),
]

const toContender = ({ name, append, countEvents }: Peer): Contender => ({
  name,
  role: 'peer',
  run: byWriters(() => () => append(uuidv7(), 0, [newItemAdded()])),
  countEvents,
})

const compare = async (
  contenders: readonly Contender[],
  writers: number,
  dataDir: string,
): Promise<string[][]> => {
  const taken = new Map(contenders.map((contender): [Contender, Turn[]] => [contender, []]))
  for (let turn = 0; turn < turns; turn++) {
    for (const [contender, its] of taken) {
      const flushes = measureFlushRate(dataDir, flushedMs)
      its.push({ flushes, hammered: await measureContender(contender, writers) })
    }
  }
  const measured = [...taken].map(([contender, its]) => ({ contender, ...middleOf(its) }))
  const fastest = (isOne: (contender: Contender) => boolean): number =>
    Math.max(
      ...measured.filter(({ contender }) => isOne(contender)).map(({ hammered }) => hammered.perSecond),
    )
  const bestPeer = fastest(({ role }) => role === 'peer')
  const floor = fastest(({ name }) => name === multiRowFloor)
  return measured.map(({ contender: { name, role }, flushes, hammered: { perSecond, p50Ms, p99Ms } }) => [
    role === 'floor' ? `${name} (floor)` : name,
    figure(writers),
    figure(perSecond),
    figure(p50Ms),
    figure(p99Ms),
    Number.isFinite(bestPeer) ? `${figure(perSecond / bestPeer)}x` : '-',
    `${figure((perSecond / floor) * 100)} %`,
    figure(flushes),
  ])
}

interface Turn {
  readonly hammered: Hammered
  /** Of the disk in a second, right before. */
  readonly flushes: number
}

const middleOf = (its: readonly Turn[]): Turn => {
  const sorted = its.toSorted((one, other) => one.hammered.perSecond - other.hammered.perSecond)
  return sorted[Math.floor(sorted.length / 2)] as Turn
}
