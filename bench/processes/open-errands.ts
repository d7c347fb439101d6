import { v7 as uuidv7 } from 'uuid'
import type { RecordedEvent } from '../../lib/kit/events/recorded-event'
import { createHandle } from '../../lib/kit/server/commands/handle'
import { createEngine } from '../../lib/kit/server/engine/engine'
import { followLog } from '../../lib/kit/server/engine/follow-log'
import { createPool } from '../../lib/kit/server/postgres/pool'
import { createProcesses } from '../../lib/kit/server/processes/processes'
import { newEvent } from '../../lib/kit/server/store/new-event'
import { eventIndexSubscription } from '../../lib/kit/server/subscriptions/event-index'
import { storedStreamTypes } from '../../lib/kit/streams/stored-stream-types'
import type { BenchServer } from '../server'
import { type ErrandAsked, errand, request } from './errand'

const actor = { kind: 'system', id: 'bench' } as const

/** The engine as an application has it, with the process that does errands. */
export const openErrands = async (
  { database, log }: BenchServer,
  step: () => Promise<object>,
  onFired: (fired: RecordedEvent) => void = () => undefined,
) => {
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A connection broke'))
  const types = storedStreamTypes([request, errand])
  const now = () => new Date()
  const engine = createEngine({
    pool,
    secret: database.secret,
    masterKey: await database.masterKey(),
    types: types.all,
    now,
    log,
  })
  const acting = createProcesses({
    ...engine,
    pool,
    handle: createHandle(engine.handler),
    processes: [errand],
    types,
    effects: { step: { run: step } },
    actorOf: (streamType) => ({ kind: 'process', id: streamType }),
    now,
    log,
  })
  const waiting = new Map<string, () => void>()
  const followed = await followLog({
    engine,
    pool,
    connection: database.pool,
    subscriptions: [eventIndexSubscription, ...acting.subscriptions],
    onEvents: (events) => {
      for (const event of events) {
        if (event.type === 'ErrandDone') waiting.get(event.streamId)?.()
        if (event.type === 'TimerFired') onFired(event)
      }
    },
    log,
  })
  const started = acting.start(followed.leases)

  const ask = async (data: ErrandAsked['data'], id = uuidv7()): Promise<void> => {
    const eventId = uuidv7()
    const origin = {
      eventId,
      occurredAt: now().toISOString(),
      actor,
      cause: { correlationId: eventId, causationId: eventId },
    }
    const event = newEvent(engine.registry, { type: 'ErrandAsked', data } as const, origin)
    const result = await engine.store.append({
      stream: { type: 'request', id },
      expectedVersion: 0,
      events: [event],
    })
    if (result.type !== 'written') throw new Error(`Not written: ${result.type}`)
  }

  return {
    pool,
    ask,
    /** Asks for an errand, and waits for its end as everybody sees it: in the log. */
    run: async (): Promise<void> => {
      const id = uuidv7()
      const done = new Promise<void>((resolve) => waiting.set(id, resolve))
      await ask({ steps: 3 }, id)
      await done
      waiting.delete(id)
    },
    countDone: async (): Promise<number> => {
      const { rows } = await pool.query<{ done: number }>(
        `SELECT count(*)::integer AS done FROM events WHERE type = 'ErrandDone'`,
      )
      return rows[0]?.done ?? 0
    },
    close: async () => {
      await started.stop()
      await followed.stop()
      await engine.stop()
      await pool.end()
    },
  }
}

export type Errands = Awaited<ReturnType<typeof openErrands>>
