import { ReceiverAway } from '../subscriptions/transient'

/** An event on its way out. */
export interface RelayMessage {
  readonly eventId: string
  readonly streamType: string
  readonly streamId: string
  readonly eventType: string
  readonly version: number
  readonly position: number
  /** The CloudEvent as JSON. */
  readonly body: string
}

/**
 * What became of a message. `refused`: it itself is at fault. `held`: one before it in its stream was refused, so it wasn't
 * tried.
 */
export type SendResult =
  | { readonly type: 'sent' }
  | { readonly type: 'refused'; readonly error: Error }
  | { readonly type: 'held' }

export interface SendOptions {
  /** Hears of each message as soon as it is known what became of it. */
  readonly onResult: (message: RelayMessage, result: SendResult) => void
  /** Says that another may have taken over. */
  readonly signal: AbortSignal
  /** Also what the target has already; left out, that is sent to nobody who would keep it twice. */
  readonly isAgain?: boolean | undefined
}

/** What a target that keeps messages has of them. */
export interface Held {
  /** Another one when it was begun anew: then nothing of before is in it. */
  readonly incarnation: string
  /** Of its last message; one more for each. */
  readonly sequence: number
  /** The highest position of an event that was ever sent to it. */
  readonly highest: number
}

/** Sends messages to one target. */
export interface Sender {
  /** Connects where it isn't connected. @throws TargetAway */
  readonly open: () => Promise<void>
  /**
   * Sends messages, of each stream one after another; connects where it isn't connected.
   * @throws TargetAway when it can't go on, whatever became of some of them; TargetGone
   */
  readonly send: (messages: readonly RelayMessage[], options: SendOptions) => Promise<void>
  /** What the target has after what was sent last; nothing where it keeps none, or isn't connected. */
  readonly held: () => Held | undefined
  readonly close: () => Promise<void>
}

/** Hears what a target has whenever it was connected to, before anything is sent. Where it throws, nothing is. */
export type OnOpened = (held: Held) => Promise<void>

/** The target can't be reached, or takes nothing now: it lies in no message. */
export class TargetAway extends ReceiverAway {
  override name = 'TargetAway'

  constructor(
    message: string,
    options: ErrorOptions & {
      /** It asked to be left alone for so long. */
      readonly retryAfterMs?: number | undefined
    } = {},
  ) {
    super(message, options)
    this.retryAfterMs = options.retryAfterMs
  }

  readonly retryAfterMs: number | undefined
}

/** The target says that it wants no more. */
export class TargetGone extends Error {
  override name = 'TargetGone'
}
