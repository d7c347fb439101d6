import * as z from 'zod'
import type { Rejection } from '../protocol/answers'
import type { RecordedCartEvent } from '../protocol/recorded-event'
import { id } from '../protocol/text'
import type { Outbox, OutboxEntry } from './outbox'
import { outboxEntrySchema, outboxSchema } from './outbox-schema'

/** Enough to take it in: it comes from a page of this very shop, which had it from the server. */
const event = z.custom<RecordedCartEvent>(
  (value) =>
    z
      .object({
        type: z.string(),
        data: z.looseObject({}),
        version: z.int().min(1),
        metadata: z.looseObject({ commandId: z.string().nullable() }),
      })
      .safeParse(value).success,
)

const tabMessage = z.discriminatedUnion('type', [
  /** What waits, and what of it was answered. */
  z.object({ type: z.literal('outbox'), outbox: outboxSchema }),
  /** Events that a command's answer brought. */
  z.object({ type: z.literal('confirmed'), cartId: id, events: z.array(event) }),
  /** A cart was begun by what a person, or nobody yet, asked for. */
  z.object({ type: z.literal('opened'), cartId: id, person: z.string().nullable() }),
  /** A command was refused by the server. */
  z.object({
    type: z.literal('refused'),
    entry: outboxEntrySchema,
    rejection: z.custom<Rejection>((value) => z.object({ type: z.string() }).safeParse(value).success),
  }),
])

export type TabMessage =
  | { readonly type: 'outbox'; readonly outbox: Outbox }
  | { readonly type: 'confirmed'; readonly cartId: string; readonly events: readonly RecordedCartEvent[] }
  | { readonly type: 'opened'; readonly cartId: string; readonly person: string | null }
  | { readonly type: 'refused'; readonly entry: OutboxEntry; readonly rejection: Rejection }

/** What another tab said; undefined where that can't be read: it may run another version of the shop. */
export const readTabMessage = (data: unknown): TabMessage | undefined => tabMessage.safeParse(data).data

/** The tabs of one browser, told of each other's doings. */
export interface Tabs {
  readonly tell: (message: TabMessage) => void
  /** Hears what the others tell; gives what stops it. */
  readonly hear: (listener: (message: TabMessage) => void) => () => void
}

const channelName = 'hindsight-tabs'

export const openTabs = (): Tabs => {
  const channel = new BroadcastChannel(channelName)
  return {
    tell: (message) => channel.postMessage(message),
    hear: (listener) => {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        const message = readTabMessage(data)
        if (message) listener(message)
      }
      channel.addEventListener('message', onMessage)
      return () => channel.removeEventListener('message', onMessage)
    },
  }
}
