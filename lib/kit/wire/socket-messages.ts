import * as z from 'zod'
import { recordedEvent } from './recorded-event-schema'
import {
  type ClientToServer,
  type EventsMessage,
  grownType,
  type LookersMessage,
  leaveLookRequest,
  lookRequest,
  type ServerToClient,
  type SubscribeAnswer,
  subscribeRequest,
  unsubscribeRequest,
  type WatchAnswer,
  watchStoryRequest,
  watchTypeRequest,
} from './socket'
import { streamRef } from './stream-ref'

const refusedWith = <const Code extends string>(...codes: readonly [Code, ...Code[]]) =>
  z.object({ type: z.literal('refused'), code: z.enum(codes) })

const subscribeAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribed') }),
  refusedWith('Malformed', 'StreamNotFound', 'Superseded', 'Unavailable'),
]) satisfies z.ZodType<SubscribeAnswer>

const watchAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('watching') }),
  refusedWith('Malformed', 'Unidentified', 'Unavailable'),
]) satisfies z.ZodType<WatchAnswer>

const eventsMessage = streamRef.extend({
  events: z.array(recordedEvent).readonly().describe('Contiguous versions, ascending'),
}) satisfies z.ZodType<EventsMessage>

const lookersMessage = streamRef.extend({
  count: z.int().describe('All who look, but for oneself'),
  lookers: z
    .array(
      z.object({
        id: z.string().describe('The same for all tabs of one person on one stream, and nowhere else'),
        who: z.object({ kind: z.string(), name: z.string().nullable() }),
        version: z.int().nullable().describe('Null while live'),
      }),
    )
    .readonly()
    .describe('The first of them'),
}) satisfies z.ZodType<LookersMessage>

/** A message of the socket. */
export interface SocketMessage {
  readonly summary: string
  /** Nothing where it says nothing but its name. */
  readonly says?: z.ZodType
  /** What it is acknowledged with; `receipt` where that says nothing. */
  readonly answer?: z.ZodType | 'receipt'
}

/** What a browser says. */
export const messagesFromClient = {
  subscribe: {
    summary:
      'Asks for what came after a version, then for what comes; instead of the stream that was followed before',
    says: subscribeRequest,
    answer: subscribeAnswer,
  },
  unsubscribe: { summary: 'Follows a stream no longer', says: unsubscribeRequest },
  look: {
    summary: 'Shows others where one looks in a stream that one follows; who is seen sees the others',
    says: lookRequest,
  },
  leaveLook: { summary: 'Shows it no longer', says: leaveLookRequest },
  watchStory: {
    summary: 'Asks to be told when a story has more to be read; instead of the story that was watched before',
    says: watchStoryRequest,
    answer: watchAnswer,
  },
  unwatchStory: { summary: 'Watches a story no longer', says: watchStoryRequest },
  watchType: {
    summary:
      'Asks to be told when streams of a type have more to be read; instead of the type that was watched before',
    says: watchTypeRequest,
    answer: watchAnswer,
  },
  unwatchType: { summary: 'Watches a type no longer', says: watchTypeRequest },
} satisfies Record<keyof ClientToServer, SocketMessage>

/** What the server says. */
export const messagesFromServer = {
  events: { summary: 'New events of the stream that is followed', says: eventsMessage },
  keepUp: { summary: 'Asks for a receipt for all events before it', answer: 'receipt' },
  lookers: {
    summary: 'Who else looks; the next one waits for the receipt',
    says: lookersMessage,
    answer: 'receipt',
  },
  streamOpened: { summary: 'A new stream of the person whose socket it is', says: streamRef },
  storyGrew: {
    summary: 'There is more of the story that is watched; a hint, which may be lost',
    says: watchStoryRequest,
  },
  typeGrew: {
    summary:
      'There is more of the type that is watched, up to a position of the log; a hint, which may be lost',
    says: grownType,
  },
} satisfies Record<keyof ServerToClient, SocketMessage>
