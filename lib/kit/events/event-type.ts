import type * as z from 'zod'
import type { Actor, DomainEvent } from './recorded-event'

/** Makes an event's data one version younger. `never`: only the log knows which version it holds. */
export type Upcaster = (data: never) => object

interface Written {
  readonly streamType: string
  /** The newest version of its schema that was ever written. */
  readonly schemaVersion: number
  /** From each older version (the key) to the next. */
  readonly upcasters?: Readonly<Record<number, Upcaster>>
  /** The data of older versions that had personal fields: what was sealed in them opens by these. */
  readonly formerData?: Readonly<Record<number, z.ZodType<object>>>
}

/** An event that is about to be logged, as far as it may say who it is about. */
export interface UnloggedEvent<Data extends object = object> {
  readonly data: Data
  readonly streamId: string
  readonly actor: Actor
  /** All that is appended at once, this event among them. */
  readonly together: readonly DomainEvent[]
}

/** An event that is written today. */
export interface EventType<Data extends object = object> extends Written {
  /** Its data at the current version, as it reads. */
  readonly data: z.ZodType<Data>
  /** What reads in place of fields that may be absent in the log. */
  readonly defaults?: Partial<Data>
  /** Streams of several types have it, by this very definition. */
  readonly isShared?: true
  /** The id of the person whom its personal fields are about; undefined where it can't be told: then it isn't logged. */
  subject?(event: UnloggedEvent<Data>): string | undefined
}

/** An event that is written no more: what stands in the log reads as another type. */
export interface RetiredEventType extends Written {
  readonly becomes: { readonly type: string; readonly schemaVersion: number; readonly data: Upcaster }
}

/** One for each event of a union, none forgotten. */
export type EventTypes<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventType<Extract<Event, { type: Type }>['data']>
}
