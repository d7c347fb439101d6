import * as z from 'zod'
import type { DomainEvent, RecordedEvent } from '../events/recorded-event'
import { type StreamRef, streamRef } from './stream-ref'
import { id } from './text'

export const subscribeRequest = streamRef.extend({ afterVersion: z.int32().min(0) })
export type SubscribeRequest = z.infer<typeof subscribeRequest>

export const unsubscribeRequest = streamRef

export type SubscribeAnswer =
  | { readonly type: 'subscribed' }
  | {
      readonly type: 'refused'
      /** Superseded: another was asked for meanwhile, and a socket follows one stream at a time. */
      readonly code: 'Malformed' | 'StreamNotFound' | 'Superseded' | 'Unavailable'
    }

export const watchStoryRequest = z.object({ correlationId: id })
export type WatchedStory = z.infer<typeof watchStoryRequest>

export const watchTypeRequest = z.object({ streamType: id })
export type WatchedType = z.infer<typeof watchTypeRequest>

export const grownType = watchTypeRequest.extend({ position: z.int().min(1) })
export type GrownType = z.infer<typeof grownType>

export type WatchAnswer =
  | { readonly type: 'watching' }
  | { readonly type: 'refused'; readonly code: 'Malformed' | 'Unidentified' | 'Unavailable' }

/** Where in a stream's history one looks: at a version, or live at its head. */
const place = z.int32().min(0).nullable()

export const lookRequest = streamRef.extend({ version: place })
export type LookRequest = z.infer<typeof lookRequest>

export const leaveLookRequest = streamRef

/** Somebody else who looks at a stream. */
export interface Looker {
  /** The same for all tabs of one person on one stream, and nowhere else. */
  readonly id: string
  /** The role they have. Names are told to staff only, and are those of staff only. */
  readonly who: { readonly kind: string; readonly name: string | null }
  /** Null while live. */
  readonly version: number | null
}

export interface LookersMessage extends StreamRef {
  /** All who look, but for oneself. */
  readonly count: number
  /** The first of them, those who came first leading. */
  readonly lookers: readonly Looker[]
}

export interface EventsMessage<Event extends DomainEvent = DomainEvent> extends StreamRef {
  /** Contiguous versions, ascending. */
  readonly events: readonly RecordedEvent<Event>[]
}

export interface ClientToServer {
  /** Sends what came after a version, then what comes; instead of the stream that was followed before, if any. */
  subscribe: (request: SubscribeRequest, answer: (answer: SubscribeAnswer) => void) => void
  unsubscribe: (stream: StreamRef) => void
  /** Shows others where one looks in a stream one is subscribed to; who is seen sees the others. One stream at a time. */
  look: (request: LookRequest) => void
  leaveLook: (stream: StreamRef) => void
  /** Says when a story has more to be read; instead of the story that was watched before, if any. */
  watchStory: (story: WatchedStory, answer: (answer: WatchAnswer) => void) => void
  unwatchStory: (story: WatchedStory) => void
  /** Says when streams of a type have more to be read; instead of the type that was watched before, if any. */
  watchType: (type: WatchedType, answer: (answer: WatchAnswer) => void) => void
  unwatchType: (type: WatchedType) => void
}

export interface ServerToClient {
  events: (message: EventsMessage) => void
  /** Asks for a receipt for all events before it: it is how the server knows that a browser keeps up. */
  keepUp: (receipt: () => void) => void
  /** Who else looks; the next one waits for the receipt. */
  lookers: (message: LookersMessage, receipt: () => void) => void
  /** A new stream of the person whose socket this is, on whatever device it was begun. */
  streamOpened: (stream: StreamRef) => void
  /** There is more of a story that is watched, in a stream that this person may see. Only a hint: it may be lost. */
  storyGrew: (story: WatchedStory) => void
  /** There is more in a stream of the type that is watched, which this person may see. Only a hint: it may be lost. */
  typeGrew: (type: GrownType) => void
}
