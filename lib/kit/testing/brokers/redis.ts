import { mkdir } from 'node:fs/promises'
import { createClient } from '@redis/client'
import { type Broker, createBroker } from './broker'
import { findBroker } from './programs'

/** A Redis that keeps its data in a file it appends to. */
export const createRedis = (): Promise<Broker> =>
  createBroker({
    program: findBroker('redis-server'),
    argumentsIn: async (dir, port) => {
      await mkdir(dir, { recursive: true })
      return [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        dir,
        '--save',
        '',
        '--appendonly',
        'yes',
      ]
    },
    urlAt: (port) => `redis://127.0.0.1:${port}`,
    ask: (url) => askRedis(url, (client) => client.ping()),
  })

const connectionTo = (url: string) => createClient({ url, socket: { reconnectStrategy: false } })

/** Asks a Redis over a connection of its own. */
export const askRedis = async <Answer>(
  url: string,
  ask: (client: ReturnType<typeof connectionTo>) => Promise<Answer>,
): Promise<Answer> => {
  const client = connectionTo(url)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await ask(client)
  } finally {
    client.destroy()
  }
}

/** What a stream of a Redis has, oldest first: the fields of each entry. */
export const redisEntries = (url: string, stream: string): Promise<Record<string, string>[]> =>
  askRedis(url, async (client) =>
    ((await client.xRange(stream, '-', '+')) ?? []).map(({ message }) => ({ ...message })),
  )
