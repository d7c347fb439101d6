/** A command on its way: sent or about to be, not yet confirmed by the log. */
export interface PendingCommand<Request = unknown> {
  readonly commandId: string
  readonly request: Request
  /** The version it was meant for, where it makes no sense on another. */
  readonly expectedVersion?: number | undefined
  readonly issuedAt: string
}

/** A command in the outbox: it waits, was tried, or was answered. */
export interface OutboxEntry<Request = unknown> extends PendingCommand<Request> {
  /** The part of the stream it is about; undefined where it is about all of it. */
  readonly subject?: string | undefined
  /** Who asked for it; null before they were anybody. */
  readonly person: string | null
  /** The stream it is for; null for one that the server finds or begins. */
  readonly streamId: string | null
  /**
   * What was shown when it was decided, where that is part of the decision: it is refused with what it stands behind, and
   * told what is new by then.
   */
  readonly shown?: unknown
  /** What was tried once is never altered: the server may know it. */
  readonly tried: boolean
  /** The version it was accepted at; undefined while there is no answer. */
  readonly answered?: { readonly version: number; readonly at: number } | undefined
  /** The server fails on it: it is kept, and sent again only when somebody asks for that. */
  readonly parked?: boolean | undefined
  /** So long it has been kept for somebody who didn't come back, in milliseconds. */
  readonly keptMs?: number | undefined
}

/** What every entry begins with, whatever was asked for. */
export type NewEntry = Pick<OutboxEntry, 'commandId' | 'issuedAt' | 'person' | 'streamId' | 'tried'>
