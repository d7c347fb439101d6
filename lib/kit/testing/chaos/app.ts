import { setTimeout as delay } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { createHandle } from '../../server/commands/handle'
import { createLog } from '../../server/log'
import { isOutage } from '../../server/postgres/outage'
import { createPool } from '../../server/postgres/pool'
import { createPostgresStore } from '../../server/store/postgres-store'
import { testCodec } from '../codec'
import { handlerOver } from '../handler'
import { recordStore } from '../history-checker/recorded-store'
import { createRandom } from '../load/random'
import { createRandomAppends } from '../load/random-appends'
import { follow } from './followers'
import { recordSending } from './sent-commands'
import type { Workload } from './workload'

export interface AppOptions {
  readonly connection: PoolConfig
  readonly seed: number
  /** Where its appends are written down, its commands, and what it delivered. */
  readonly appends: string
  readonly commands: string
  readonly deliveries: string
}

const senders = 48
const appenders = 16
const commanded = 300
const streams = 200
const pauseMs = 100

/** What it tells of while it is at work. */
export type Sign = 'answered' | 'delivered'
const tell = (sign: Sign) => process.send?.(sign)

/** The main program of the app that is killed: who sends commands and who appends are at work until then. */
export const runApp = async (workload: Workload): Promise<void> => {
  process.on('disconnect', () => process.exit())
  const { connection, seed, appends, commands, deliveries } = JSON.parse(process.argv[2] ?? '') as AppOptions
  const random = createRandom(seed)
  const pool = createPool(connection, () => undefined)
  const store = recordStore(createPostgresStore(pool, testCodec(workload.written.registry, pool)), appends)
  const handle = createHandle(handlerOver(store, workload.written.registry))
  const send = recordSending(workload, handle, commands)
  const following = follow(
    workload.projections,
    { pool, store, log: createLog('silent') },
    connection,
    deliveries,
    () => tell('delivered'),
  )
  const append = createRandomAppends({ store, written: workload.written, random, streams })

  /** As a browser does: the same again until there is an answer. */
  const untilAnswered = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      tell('answered')
    } catch (error) {
      if (!isOutage(error)) throw error
      await delay(pauseMs)
      await untilAnswered(work)
    }
  }
  const command = async () => {
    const sent = workload.randomCommand(random, commanded)
    await untilAnswered(() => send(sent))
  }
  const forEver = async (work: () => Promise<void>) => {
    for (;;) await work()
  }
  await Promise.all([
    following,
    ...Array.from({ length: senders }, () => forEver(command)),
    ...Array.from({ length: appenders }, () => forEver(() => untilAnswered(append))),
  ])
}
