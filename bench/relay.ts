import { setTimeout as sleep } from 'node:timers/promises'
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { v7 as uuidv7 } from 'uuid'
import type { RecordedEvent } from '../lib/kit/events/recorded-event'
import { createEngine, type Engine } from '../lib/kit/server/engine/engine'
import { followLog } from '../lib/kit/server/engine/follow-log'
import { createPool } from '../lib/kit/server/postgres/pool'
import { toMessage } from '../lib/kit/server/relay/message'
import { createRelay } from '../lib/kit/server/relay/relay'
import { followerOf, parseTargets, type RelayTarget } from '../lib/kit/server/relay/target'
import { checkpointOf } from '../lib/kit/server/subscriptions/checkpoints'
import { eventIndexSubscription } from '../lib/kit/server/subscriptions/event-index'
import type { Broker } from '../lib/kit/testing/brokers/broker'
import { createNats } from '../lib/kit/testing/brokers/nats'
import { createRedis } from '../lib/kit/testing/brokers/redis'
import { cartStream } from '../lib/shop/server/streams'
import { shopEvents } from '../lib/shop/wire/events/shop-events'
import { streamTypes } from '../lib/shop/wire/stream-types'
import { newItemAdded } from './events'
import { ascending, percentile } from './percentile'
import { type BenchServer, describeServer, withServer } from './server'
import { sendSteadily } from './steadily'
import { figure, printTable } from './table'

const backlog = 100_000
const perStream = 10
const perSecond = 500
const warmUpSeconds = 2
const seconds = 8
const pipelined = 1_000

/** How quickly a log is sent to a broker, and how soon after it is committed an event is there. */
export const benchRelay = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(`\nRelay: ${figure(backlog)} events. ${await describeServer(server)}.\n`)
    const brokers = await Promise.all([createNats(), createRedis()])
    const [nats, redis] = brokers
    try {
      await Promise.all(brokers.map((broker) => broker.start()))
      await withEngine(server, async (bench) => {
        await fill(bench.engine)
        const events = await bench.engine.store.readAll({ limit: backlog })
        printTable(
          ['a backlog', 'events/s'],
          [
            ['bare JetStream publish of the same (floor)', figure(await publishBare(nats, events))],
            ['relay to JetStream', figure(await drain(bench, toNats(nats, 'BACKLOG', 'beginning')))],
            ['relay to Redis', figure(await drain(bench, toRedis(redis)))],
          ],
        )
        process.stdout.write(`\n${figure(perSecond)} a second for ${seconds} s, one event each.\n`)
        printTable(
          ['from commit to arrival at a consumer', 'arrived', 'p50 ms', 'p99 ms', 'worst ms'],
          [await publishSteadily(nats), await relaySteadily(bench, nats)],
        )
      })
    } finally {
      await Promise.all(brokers.map((broker) => broker.close()))
    }
  })

interface Bench {
  readonly engine: Engine
  /** Relays to a target while the work is done, beside what a shop has at least. */
  readonly relaying: <Result>(target: RelayTarget, work: () => Promise<Result>) => Promise<Result>
  readonly reached: (target: RelayTarget) => Promise<number>
}

const withEngine = async (
  { database, log }: BenchServer,
  work: (bench: Bench) => Promise<void>,
): Promise<void> => {
  const pool = createPool(database.pool, () => undefined)
  const now = () => new Date()
  const masterKey = await database.masterKey()
  const engine = createEngine({ pool, secret: database.secret, masterKey, types: streamTypes.all, now, log })
  try {
    await work({
      engine,
      reached: ({ name }) => checkpointOf(pool, followerOf(name)),
      relaying: async (target, during) => {
        const relay = createRelay({
          targets: [target],
          pool,
          store: engine.store,
          registry: shopEvents,
          now,
          log,
        })
        const subscriptions = [eventIndexSubscription, ...relay.subscriptions]
        const followed = await followLog({ engine, pool, connection: database.pool, subscriptions, log })
        const started = relay.start(followed.leases)
        try {
          return await during()
        } finally {
          await started.stop()
          await followed.stop()
          await relay.close()
        }
      },
    })
  } finally {
    await engine.stop()
    await pool.end()
  }
}

const targetOf = (name: string, target: object): RelayTarget => {
  const [parsed] = parseTargets(JSON.stringify({ [name]: target }))
  if (!parsed) throw new Error('There is no target')
  return parsed
}

const toNats = ({ url }: Broker, stream: string, startFrom: 'beginning' | 'now'): RelayTarget =>
  targetOf(stream.toLowerCase(), { type: 'nats', servers: [url], stream, subject: stream, startFrom })

const toRedis = ({ url }: Broker): RelayTarget => targetOf('redis', { type: 'redis', url })

const fill = async ({ store }: Engine): Promise<void> => {
  const streams = backlog / perStream
  let begun = 0
  const fillStreams = async () => {
    while (begun++ < streams) {
      const events = Array.from({ length: perStream }, newItemAdded)
      await store.append({ stream: cartStream(uuidv7()), expectedVersion: 'none', events })
    }
  }
  await Promise.all(Array.from({ length: 32 }, fillStreams))
}

const rateOf = async (count: number, work: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (count * 1_000) / (performance.now() - begun)
}

const drain = ({ engine, relaying, reached }: Bench, target: RelayTarget): Promise<number> =>
  rateOf(backlog, async () => {
    const head = await engine.store.headPosition()
    await relaying(target, async () => {
      while ((await reached(target)) < head) await sleep(5)
    })
  })

const withStream = async <Result>(
  { url }: Broker,
  stream: string,
  work: (client: ReturnType<typeof jetstream>) => Promise<Result>,
): Promise<Result> => {
  const connection = await connect({ servers: url, noAsyncTraces: true })
  try {
    const manager = await jetstreamManager(connection)
    await manager.streams.add({ name: stream, subjects: [`${stream}.>`] })
    return await work(jetstream(connection))
  } finally {
    await connection.close()
  }
}

/** The same payloads under the same ids, as many under way at once, from memory. */
const publishBare = (nats: Broker, events: readonly RecordedEvent[]): Promise<number> =>
  withStream(nats, 'BARE', (client) => {
    const options = { registry: shopEvents, personal: false, isWhole: true }
    const messages = events.map((event) => toMessage(event, options))
    return rateOf(messages.length, async () => {
      for (let from = 0; from < messages.length; from += pipelined) {
        const window = messages.slice(from, from + pipelined)
        await Promise.all(
          window.map(({ eventId, streamId, body }) =>
            client.publish(`BARE.cart.${streamId}.ItemAdded`, body, { msgID: eventId }),
          ),
        )
      }
    })
  })

const publishSteadily = (nats: Broker): Promise<string[]> =>
  withStream(nats, 'STEADYBARE', (client) =>
    measure('bare JetStream publish (floor)', nats, 'STEADYBARE', async (eventId) => {
      const at = performance.now()
      await client.publish(`STEADYBARE.cart.${eventId}.ItemAdded`, JSON.stringify({ id: eventId }), {
        msgID: eventId,
      })
      return at
    }),
  )

const relaySteadily = ({ engine, relaying }: Bench, nats: Broker): Promise<string[]> => {
  const target = toNats(nats, 'STEADY', 'now')
  return relaying(target, async () => {
    await streamOf(nats, 'STEADY')
    return measure('append to relay to JetStream', nats, 'STEADY', async (eventId) => {
      const events = [{ ...newItemAdded(), eventId }]
      await engine.store.append({ stream: cartStream(uuidv7()), expectedVersion: 'none', events })
      return performance.now()
    })
  })
}

/** Resolves when the relay has made its stream. */
const streamOf = async ({ url }: Broker, stream: string): Promise<void> => {
  const connection = await connect({ servers: url })
  const manager = await jetstreamManager(connection)
  while (!(await manager.streams.info(stream).catch(() => undefined))) await sleep(20)
  await connection.close()
}

/** `send` answers when it was committed. */
const measure = async (
  name: string,
  { url }: Broker,
  stream: string,
  send: (eventId: string) => Promise<number>,
): Promise<string[]> => {
  const connection = await connect({ servers: url })
  const manager = await jetstreamManager(connection)
  await manager.consumers.add(stream, {
    durable_name: 'bench',
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.All,
  })
  const consumer = await jetstream(connection).consumers.get(stream, 'bench')
  const arrivals = new Map<string, number>()
  const messages = await consumer.consume({
    max_messages: 10_000,
    callback: (message) => {
      arrivals.set(message.headers?.get('Nats-Msg-Id') ?? '', performance.now())
    },
  })
  const committed = new Map<string, Promise<number>>()
  const sendFor = async (length: number) => {
    await sendSteadily(perSecond, length, () => {
      const id = uuidv7()
      committed.set(id, send(id))
    })
    await Promise.all(committed.values())
    const patience = performance.now() + 20_000
    while (arrivals.size < committed.size) {
      if (performance.now() > patience)
        throw new Error(`${name}: ${committed.size - arrivals.size} never arrived`)
      await sleep(5)
    }
  }
  await sendFor(warmUpSeconds)
  committed.clear()
  arrivals.clear()
  await sendFor(seconds)
  await messages.close()
  await connection.close()
  const latencies = await Promise.all(
    [...committed].map(async ([id, at]) => (arrivals.get(id) ?? Number.NaN) - (await at)),
  )
  const sorted = ascending(latencies)
  return [
    name,
    ...[sorted.length, percentile(sorted, 50), percentile(sorted, 99), sorted.at(-1) ?? 0].map(figure),
  ]
}
