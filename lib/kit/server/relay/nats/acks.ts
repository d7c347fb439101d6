import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node'
import * as z from 'zod'

/** What JetStream answers to a message. */
const answer = z.object({
  seq: z.number().optional(),
  duplicate: z.boolean().optional(),
  error: z.object({ err_code: z.number().optional(), description: z.string().optional() }).optional(),
})

export type Ack =
  | { readonly type: 'stored'; readonly sequence: number; readonly isDuplicate: boolean }
  | { readonly type: 'refused'; readonly code: number | undefined; readonly error: Error }
  /** Nobody said whether it is stored. */
  | { readonly type: 'unknown'; readonly error: Error }

const unknown = (why: string): Ack => ({ type: 'unknown', error: new Error(why) })

/**
 * Publishes to JetStream and hears its answers over one subscription, with one clock for all that is under way: the client's own
 * way to publish takes a timer and a stack trace for each message, which costs more than all the rest.
 */
export const createAcks = (connection: NatsConnection, timeoutMs: number) => {
  const inbox = createInbox()
  const waiting = new Map<string, { readonly settle: (ack: Ack) => void; readonly until: number }>()
  let nth = 0

  const settle = (reply: string, ack: Ack): void => {
    const found = waiting.get(reply)
    waiting.delete(reply)
    found?.settle(ack)
  }
  connection.subscribe(`${inbox}.*`, {
    callback: (error, message) => {
      if (!error) settle(message.subject, toAck(message))
    },
  })
  const clock = setInterval(() => {
    const now = performance.now()
    for (const [reply, { until }] of waiting) {
      if (until < now) settle(reply, unknown('It was not answered in time'))
    }
  }, timeoutMs / 10)
  connection.closed().then(() => {
    clearInterval(clock)
    for (const reply of waiting.keys()) settle(reply, unknown('The connection was closed'))
  })

  return {
    publish: (subject: string, body: string, headers: MsgHdrs): Promise<Ack> =>
      new Promise((resolve) => {
        const reply = `${inbox}.${nth++}`
        waiting.set(reply, { settle: resolve, until: performance.now() + timeoutMs })
        try {
          connection.publish(subject, body, { reply, headers })
        } catch (error) {
          settle(reply, { type: 'unknown', error: error as Error })
        }
      }),
  }
}

export type Acks = ReturnType<typeof createAcks>

const toAck = (message: Msg): Ack => {
  // Nobody listens to the subject: the stream is gone, or has no leader now.
  if (message.headers?.code === 503) return unknown('No stream takes it')
  const parsed = answer.safeParse(message.json())
  if (!parsed.success) return unknown('The answer can not be read')
  const { seq, duplicate = false, error } = parsed.data
  if (error || seq === undefined) {
    const { err_code: code, description = 'It was refused' } = error ?? {}
    return { type: 'refused', code, error: new Error(description) }
  }
  return { type: 'stored', sequence: seq, isDuplicate: duplicate }
}
