import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '../../testing/brokers/broker'
import { leaderOf } from '../../testing/brokers/leader'
import { createNats, createNatsCluster, natsMessages } from '../../testing/brokers/nats'
import { createRedis, redisEntries } from '../../testing/brokers/redis'
import { openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { startHookReceiver } from '../../testing/hook-receiver'
import { hasNothingWaiting, hasReached, startTestRelay, targetsOf } from '../../testing/relay'

/** `npm run drill` does at length what the tests do in short. */
const isDrill = process.env.RELAY_DRILL === 'whole'
const awayMs = isDrill ? 20_000 : 1_000
const kills = isDrill ? 40 : 2
const timeout = isDrill ? 600_000 : 90_000

let log: TestFollowedLog
beforeAll(async () => {
  log = await openFollowedLog()
})
afterAll(() => log.close())

const idsAfter = async (position: number): Promise<string[]> => {
  const events = await log.database.store.readAll({ after: position, limit: 100_000 })
  return events.map(({ eventId }) => eventId)
}

/** Appends without a rest until it is stopped; gives the position of the last event. */
const load = () => {
  let isStopped = false
  let end = 0
  const append = async (nth: number) => {
    for (let round = 0; !isStopped; round++) {
      end = Math.max(end, await log.append(`load-${nth}-${round % 5}`, 1 + (round % 3)))
      await sleep(2)
    }
  }
  const appending = Promise.all(Array.from({ length: 4 }, (_, nth) => append(nth)))
  return async (): Promise<number> => {
    isStopped = true
    await appending
    return end
  }
}

describe('three NATS servers', { timeout }, () => {
  let cluster: Broker[]
  beforeAll(async () => {
    cluster = await createNatsCluster(3)
    await Promise.all(cluster.map((member) => member.start()))
  })
  afterAll(() => Promise.all(cluster.map((member) => member.close())))

  it('lose their leader under load, and then a member its data: nothing is lost, doubled, or out of order', async () => {
    const startFrom = await log.database.store.headPosition()
    const servers = cluster.map(({ url }) => url)
    const target = { type: 'nats', servers, stream: 'CLUSTER', replicas: 3, startFrom }
    const relay = startTestRelay(log, targetsOf({ cluster: target }))
    const stop = load()
    try {
      const leader = await leaderOf(cluster, 'CLUSTER')
      await sleep(500)
      await leader.kill()
      await sleep(awayMs)
      await leader.wipe()
      await leader.start()
      await sleep(500)
      const end = await stop()
      await hasReached(log, 'cluster', end)
      const messages = await natsMessages(servers, 'CLUSTER')
      expect(messages.map(({ id }) => id)).toEqual(await idsAfter(startFrom))
    } finally {
      await stop()
      await relay.stop()
    }
  })
})

describe('a relay', { timeout }, () => {
  const program = fileURLToPath(new URL('../../testing/brokers/relay-app.ts', import.meta.url))

  const startApp = async (targets: object): Promise<ChildProcess> => {
    const child = fork(
      program,
      [JSON.stringify({ connection: log.database.connection, targets: JSON.stringify(targets) })],
      { execArgv: ['--import', 'tsx'], detached: true },
    )
    await once(child, 'message')
    return child
  }

  it('that is killed at any moment leaves no gap, and nothing twice but under one id', async () => {
    const [nats, redis, hook] = await Promise.all([createNats(), createRedis(), startHookReceiver()])
    await Promise.all([nats.start(), redis.start()])
    // One of twenty is refused at first.
    const refused = new Set<string>()
    hook.answer(({ id }, response) => {
      const isRefused = !refused.has(id) && Number.parseInt(id.slice(-2), 16) % 20 === 0
      refused.add(id)
      response.writeHead(isRefused ? 422 : 200).end()
    })
    const startFrom = await log.database.store.headPosition()
    const targets = {
      'killed-nats': { type: 'nats', servers: [nats.url], startFrom },
      'killed-redis': { type: 'redis', url: redis.url, startFrom },
      'killed-hook': {
        type: 'webhook',
        url: hook.url,
        secrets: [`whsec_${randomBytes(24).toString('base64')}`],
        startFrom,
      },
    }
    let end = startFrom
    try {
      for (let round = 0; round < kills; round++) {
        const app = await startApp(targets)
        // While one starts on a busy machine more would come together than can be sent in time.
        const stop = load()
        await sleep(200 + Math.random() * 600)
        app.kill('SIGKILL')
        await once(app, 'exit')
        end = await stop()
      }
      const app = await startApp(targets)
      try {
        for (const name of Object.keys(targets)) {
          await hasReached(log, name, end)
          await hasNothingWaiting(log, name)
        }
      } finally {
        app.kill('SIGKILL')
        await once(app, 'exit')
      }
      const all = await idsAfter(startFrom)
      expect((await natsMessages(nats.url, 'HINDSIGHT')).map(({ id }) => id)).toEqual(all)
      expect((await redisEntries(redis.url, 'hindsight')).map(({ id }) => id)).toEqual(all)
      expect(new Set(hook.asked.map(({ id }) => id))).toEqual(new Set(all))
      expect(outOfOrder(hook.asked.map(({ body }) => JSON.parse(body)))).toEqual([])
    } finally {
      await Promise.all([nats.close(), redis.close(), hook.close()])
    }
  })
})

interface Told {
  readonly id: string
  readonly subject: string
  readonly streamversion: number
}

/** Events that came for the first time after a later one of their stream. */
const outOfOrder = (told: readonly Told[]): string[] => {
  const seen = new Set<string>()
  const reached = new Map<string, number>()
  return told.flatMap(({ id, subject, streamversion }) => {
    const isFirst = !seen.has(id)
    seen.add(id)
    const before = reached.get(subject) ?? 0
    reached.set(subject, Math.max(before, streamversion))
    return isFirst && streamversion < before ? [`${subject} ${streamversion}`] : []
  })
}
