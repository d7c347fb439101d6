import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Held } from '../sender'
import type { NatsTarget } from '../target'
import { type Acks, createAcks } from './acks'
import { ensureStream, highestIn } from './stream'

const timeoutMs = 5_000

/** A connection, and what the target's stream had when it was made. */
export interface NatsOpened {
  readonly connection: NatsConnection
  readonly acks: Acks
  readonly manager: JetStreamManager
  readonly incarnation: string
  /** How large a message may be, with its headers. */
  readonly maxBytes: number
  /** Of the stream's last message, as far as is known. */
  sequence: number
  /** The highest position that was ever sent to it. */
  highest: number
}

export const heldBy = ({ incarnation, sequence, highest }: NatsOpened): Held => ({
  incarnation,
  sequence,
  highest,
})

/** Connects to a target, and looks at its stream. It doesn't connect again by itself: whoever does looks at the stream again. */
export const openNats = async (target: NatsTarget, name: string): Promise<NatsOpened> => {
  const { servers, user, password, token, tls } = target
  const connection = await connect({
    servers,
    name,
    reconnect: false,
    timeout: timeoutMs,
    pingInterval: timeoutMs,
    maxPingOut: 2,
    // They cost a stack for each message.
    noAsyncTraces: true,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { pass: password }),
    ...(token !== undefined && { token }),
    ...(tls && { tls: {} }),
  })
  try {
    const manager = await jetstreamManager(connection, { timeout: timeoutMs, checkAPI: false })
    const info = await ensureStream(manager, target)
    const most = connection.info?.max_payload ?? Number.POSITIVE_INFINITY
    const { max_msg_size: ofStream } = info.config
    return {
      connection,
      acks: createAcks(connection, timeoutMs),
      manager,
      incarnation: String(info.created),
      maxBytes: ofStream > 0 ? Math.min(ofStream, most) : most,
      sequence: info.state.last_seq,
      highest: await highestIn(manager, info),
    }
  } catch (error) {
    await connection.close().catch(() => undefined)
    throw error
  }
}
