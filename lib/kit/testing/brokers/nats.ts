import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeliverPolicy, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { freePort } from '../../server/postgres/cluster/port'
import { type Broker, createBroker } from './broker'
import { findBroker } from './programs'

interface Member {
  readonly name: string
  /** Where the members of its cluster find each other. */
  readonly routes: readonly number[]
  readonly route: number
}

const configOf = (dir: string, port: number, { name, routes, route }: Member): string => `
server_name: ${name}
listen: 127.0.0.1:${port}
jetstream { store_dir: "${join(dir, 'jetstream')}" }
${
  routes.length > 1
    ? `cluster { name: kit, listen: 127.0.0.1:${route}, routes: [${routes.map((each) => `"nats://127.0.0.1:${each}"`).join(', ')}] }`
    : ''
}
`

const createMember = (member: Member): Promise<Broker> =>
  createBroker({
    program: findBroker('nats-server'),
    argumentsIn: async (dir, port) => {
      await mkdir(dir, { recursive: true })
      await writeFile(join(dir, 'nats.conf'), configOf(dir, port, member))
      return ['-c', join(dir, 'nats.conf')]
    },
    urlAt: (port) => `nats://127.0.0.1:${port}`,
    // A member of a cluster answers no more than this before there are others.
    ask: (url) =>
      member.routes.length > 1 ? askConnection(url) : askNats(url, (manager) => manager.getAccountInfo()),
  })

const alone = { name: 'alone', routes: [], route: 0 }

/** A NATS server with JetStream. */
export const createNats = (): Promise<Broker> => createMember(alone)

/** Members of one NATS cluster. */
export const createNatsCluster = async (size: number): Promise<Broker[]> => {
  const routes = await Promise.all(Array.from({ length: size }, freePort))
  return Promise.all(routes.map((route, nth) => createMember({ name: `n${nth + 1}`, routes, route })))
}

const askConnection = async (url: string): Promise<void> => {
  const connection = await connect({ servers: url, reconnect: false })
  await connection.close()
}

/** Asks a NATS server's JetStream over a connection of its own. */
export const askNats = async <Answer>(
  url: string | string[],
  ask: (manager: JetStreamManager) => Promise<Answer>,
): Promise<Answer> => {
  const connection = await connect({ servers: url, reconnect: false })
  try {
    return await ask(await jetstreamManager(connection, { checkAPI: false }))
  } finally {
    await connection.close()
  }
}

/** A message as a consumer has it. */
export interface NatsMessage {
  readonly subject: string
  readonly id: string
  readonly contentType: string
  readonly event: Record<string, unknown>
}

/** What a stream of a NATS server has, oldest first. */
export const natsMessages = async (url: string | string[], stream: string): Promise<NatsMessage[]> => {
  const connection = await connect({ servers: url, reconnect: false })
  try {
    const manager = await jetstreamManager(connection)
    const { state } = await manager.streams.info(stream)
    if (state.messages === 0) return []
    const consumer = await jetstream(connection).consumers.get(stream, { deliver_policy: DeliverPolicy.All })
    const messages: NatsMessage[] = []
    for await (const message of await consumer.consume()) {
      messages.push({
        subject: message.subject,
        id: message.headers?.get('Nats-Msg-Id') ?? '',
        contentType: message.headers?.get('Content-Type') ?? '',
        event: message.json(),
      })
      if (message.seq === state.last_seq) break
    }
    return messages
  } finally {
    await connection.close()
  }
}
