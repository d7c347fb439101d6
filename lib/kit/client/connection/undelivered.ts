import { isFinal } from './ask-server'

/** What the server sent back for a server action, where it sent anything. */
export interface ActionReply {
  readonly status: number
  /** When it wants to be asked again, in milliseconds. */
  readonly afterMs: number | undefined
}

/** Why nothing more can be sent from this page as it is. */
export type Standstill = 'renewed' | 'signedOut'

/** Why a command has no answer. */
export type Undelivered =
  /** It may never have reached the server. */
  | { readonly type: 'unreachable' }
  /** The server wants it later. */
  | { readonly type: 'busy'; readonly afterMs: number }
  /** The server broke on it, or whoever stands before it. */
  | { readonly type: 'failed' }
  /** It will never be taken as it is. */
  | { readonly type: 'refused' }
  | { readonly type: 'standstill'; readonly why: Standstill }

/** When to ask again where that isn't said, in milliseconds. */
const laterMs = 5_000

/** What a rejected server action means. The reply is what its request brought; undefined where it brought nothing. */
export const whyUndelivered = (error: unknown, reply: ActionReply | undefined): Undelivered => {
  // By name, which Next gives it: its own test for it is unstable.
  if (error instanceof Error && error.name === 'UnrecognizedActionError') {
    return { type: 'standstill', why: 'renewed' }
  }
  if (!reply) return { type: 'unreachable' }
  if (reply.status === 401) return { type: 'standstill', why: 'signedOut' }
  if (isFinal(reply.status)) return { type: 'refused' }
  // What was answered well and broke off after that is known again when it is sent again.
  if (reply.status < 400) return { type: 'unreachable' }
  if (reply.status < 500) return { type: 'busy', afterMs: reply.afterMs ?? laterMs }
  return reply.afterMs === undefined ? { type: 'failed' } : { type: 'busy', afterMs: reply.afterMs }
}
