import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'pg'
import { createHandle } from '../../server/commands/handle'
import type { Log } from '../../server/log'
import type { EventStore } from '../../server/store/event-store'
import { createPostgresStore } from '../../server/store/postgres-store'
import { verifyLog } from '../../server/store/verify-log'
import { testCodec } from '../codec'
import { handlerOver } from '../handler'
import { checkHistory } from '../history-checker/check-history'
import { readLog, readOperations } from '../history-checker/recorded-store'
import { checkFollowers, leastFollowed } from './check-followers'
import { readAnswered, send, type ToldCommand } from './sent-commands'
import type { Workload } from './workload'

/** What the app's lives have left: a file each with its appends, and with its commands. */
export interface Traces {
  readonly appends: readonly string[]
  readonly commands: readonly string[]
  /** What was delivered, in all lives. */
  readonly deliveries: string
}

export interface ChaosVerdict {
  readonly events: number
  readonly acknowledged: number
  readonly refused: number
  /** Cut off by a kill: written or not. */
  readonly unknown: number
  readonly commandsSentAgain: number
  /** How far projections and deliveries had come when the last kill hit them. */
  readonly followed: number
  /** What should not be; nothing when all is well. */
  readonly faults: readonly string[]
}

const atOnce = 64

/** Holds the log against what was acknowledged, once nobody writes to it any more. */
export const judge = async (
  pool: Pool,
  log: Log,
  workload: Workload,
  { appends, commands, deliveries }: Traces,
): Promise<ChaosVerdict> => {
  const store = createPostgresStore(pool, testCodec(workload.written.registry, pool))
  const logged = await readLog(store)
  const operations = appends.flatMap(readOperations)
  const count = (type: string) => operations.filter(({ outcome }) => outcome.type === type).length
  const violations = checkHistory(operations, logged)
  const { first } = await verifyLog(pool, () => undefined)
  const followed = await leastFollowed(pool)
  const behind = await checkFollowers(workload.projections, { pool, store, log }, deliveries)
  const answered = commands.flatMap(readAnswered)
  const changed = await sendAgain(store, workload, answered)
  const grown = (await store.headPosition()) - logged.length
  return {
    events: logged.length,
    acknowledged: count('written'),
    refused: count('refused') + count('outdated'),
    unknown: count('unknown'),
    commandsSentAgain: answered.length,
    followed,
    faults: [
      ...violations.map((violation) => `history: ${JSON.stringify(violation)}`),
      ...first.map((fault) => `log: ${JSON.stringify(fault)}`),
      ...behind,
      ...changed,
      ...(grown === 0 ? [] : [`commands: sent again they appended ${grown} events`]),
    ],
  }
}

/** Sends commands a second time, as after a lost answer; tells of those that are answered otherwise. */
const sendAgain = async (
  store: EventStore,
  workload: Workload,
  answered: ReturnType<typeof readAnswered>,
): Promise<string[]> => {
  const handle = createHandle(handlerOver(store, workload.written.registry))
  const changed: string[] = []
  for (let from = 0; from < answered.length; from += atOnce) {
    const some = answered.slice(from, from + atOnce)
    const again = await Promise.all(some.map(({ sent }) => send(workload, handle, sent)))
    for (const [nth, { sent, told }] of some.entries()) {
      if (!isSame(told, again[nth])) {
        changed.push(
          `command ${sent.commandId}: first ${JSON.stringify(told)}, then ${JSON.stringify(again[nth])}`,
        )
      }
    }
  }
  return changed
}

const isSame = (first: ToldCommand, second: ToldCommand | undefined): boolean =>
  isDeepStrictEqual(first, second)
