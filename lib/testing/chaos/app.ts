import { setTimeout as delay } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { createLog } from '../../kit/server/log'
import { isOutage } from '../../kit/server/postgres/outage'
import { createPool } from '../../kit/server/postgres/pool'
import { createPostgresStore } from '../../kit/server/store/postgres-store'
import { recordStore } from '../../kit/testing/history-checker/recorded-store'
import { testCodec } from '../codec'
import { handlerOver } from '../handler'
import { createRandom } from '../load/random'
import { createRandomAppends } from '../load/random-appends'
import { randomCommand } from '../load/random-commands'
import { follow } from './followers'
import { recordSending } from './sent-commands'

export interface AppOptions {
  readonly connection: PoolConfig
  readonly seed: number
  /** Where its appends are written down, its commands, and what it delivered. */
  readonly appends: string
  readonly commands: string
  readonly deliveries: string
}

const shoppers = 48
const appenders = 16
const carts = 300
const streams = 200
const pauseMs = 100

/** What it tells of while it is at work. */
export type Sign = 'answered' | 'delivered'
const tell = (sign: Sign) => process.send?.(sign)

/** The main program of the app that is killed: shoppers and others at work until then. */
const main = async (): Promise<void> => {
  const { connection, seed, appends, commands, deliveries } = JSON.parse(process.argv[2] ?? '') as AppOptions
  const random = createRandom(seed)
  const pool = createPool(connection, () => undefined)
  const store = recordStore(createPostgresStore(pool, testCodec(pool)), appends)
  const send = recordSending(handlerOver(store), commands)
  follow({ pool, store, log: createLog('silent') }, connection, deliveries, () => tell('delivered'))
  const append = createRandomAppends({ store, random, streams })

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
  const shop = async () => {
    const command = randomCommand(random, carts)
    await untilAnswered(() => send(command))
  }
  const forEver = async (work: () => Promise<void>) => {
    for (;;) await work()
  }
  await Promise.all([
    ...Array.from({ length: shoppers }, () => forEver(shop)),
    ...Array.from({ length: appenders }, () => forEver(() => untilAnswered(append))),
  ])
}

process.on('disconnect', () => process.exit())
await main()
