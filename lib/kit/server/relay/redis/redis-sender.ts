import { randomUUID } from 'node:crypto'
import { createClient } from '@redis/client'
import { streamKeyOf } from '../../../events/stream-name'
import { createOpening } from '../opening'
import { type Held, type OnOpened, type RelayMessage, type Sender, TargetAway } from '../sender'
import type { RedisTarget } from '../target'
import { windowsOf } from '../windows'
import { addScript, lookScript } from './script'

const timeoutMs = 5_000
/** So many are added in one go, in which the server does nothing else. */
const window = { messages: 200, bytes: 4 * 1024 * 1024 }

const createConnection = (url: string, name: string) =>
  createClient({
    url,
    name,
    disableOfflineQueue: true,
    // A server that hangs is as good as none.
    pingInterval: timeoutMs / 2,
    socket: { connectTimeout: timeoutMs, socketTimeout: timeoutMs, reconnectStrategy: false },
  })

interface Opened {
  readonly client: ReturnType<typeof createConnection>
  held: Held
}

/** Sends to a Redis stream. All that it takes to keep nothing twice is kept there beside it, and changed together with it. */
export const createRedisSender = (target: RedisTarget, name: string, onOpened: OnOpened): Sender => {
  const keys = [target.stream, marksOf(target.stream)]
  const opening = createOpening<Opened>({
    open: async () => {
      const client = createConnection(target.url, name)
      const opened = { client, held: nothing }
      // What failed is told by what was asked, too.
      client.on('error', () => opening.drop(opened))
      await client.connect()
      return Object.assign(opened, { held: toHeld(await client.eval(lookScript, { keys })) })
    },
    onOpened: ({ held }) => onOpened(held),
    close: async ({ client }) => {
      if (client.isOpen) client.destroy()
    },
  })

  const add = async (opened: Opened, messages: readonly RelayMessage[], isAgain: boolean): Promise<void> => {
    const told = messages.flatMap((message) => [
      streamKeyOf(message),
      String(message.version),
      String(message.position),
      message.eventId,
      message.eventType,
      message.body,
    ])
    const most = String(target.maxLength ?? 0)
    const answer = await opened.client.eval(addScript, {
      keys,
      arguments: [randomUUID(), most, isAgain ? '1' : '0', ...told],
    })
    opened.held = toHeld(answer)
  }

  return {
    open: async () => void (await opening.opened()),
    send: async (messages, { onResult, signal, isAgain = false }) => {
      const opened = await opening.opened()
      try {
        for (const each of windowsOf(messages, window)) {
          signal.throwIfAborted()
          await add(opened, each, isAgain)
          for (const message of each) onResult(message, { type: 'sent' })
        }
      } catch (error) {
        opening.drop(opened)
        if (signal.aborted) throw error
        throw new TargetAway(`Redis took no more: ${(error as Error).message}`, { cause: error })
      }
    },
    held: () => opening.current()?.held,
    close: opening.close,
  }
}

/** Beside the stream, in the same slot of a cluster. */
const marksOf = (stream: string): string => (stream.includes('{') ? `${stream}:marks` : `{${stream}}:marks`)

const nothing: Held = { incarnation: '', sequence: 0, highest: 0 }

const toHeld = (answer: unknown): Held => {
  if (!Array.isArray(answer)) return nothing
  const [incarnation, sequence, highest] = answer
  return { incarnation: String(incarnation), sequence: Number(sequence), highest: Number(highest) }
}
