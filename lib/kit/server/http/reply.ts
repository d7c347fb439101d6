import { type HttpRefusal, problemHeaders, problemOf } from './refusal'

type Headers = Readonly<Record<string, string | readonly string[]>>

interface EmptyReply {
  readonly type: 'empty'
  readonly status: number
  readonly headers: Headers
}

export interface TextReply {
  readonly type: 'text'
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** What is made while it is sent: no faster than it is read, and no further once nobody does. */
export interface StreamReply {
  readonly type: 'streamed'
  readonly status: 200
  readonly headers: Headers
  readonly texts: AsyncIterableIterator<string, void>
}

/** What the API answers a request, before it is written to a connection. */
export type Reply = EmptyReply | TextReply | StreamReply

export const refusalReply = (refusal: HttpRefusal): TextReply => ({
  type: 'text',
  status: refusal.status,
  headers: problemHeaders(refusal),
  text: JSON.stringify(problemOf(refusal)),
})
