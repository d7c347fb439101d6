import type * as z from 'zod'
import type { StreamName } from '../events/stream-name'

/** Who may ask: anybody, anybody known, those who may see the stream that it is about, or staff alone. */
export const accesses = ['anyone', 'identified', 'viewer', 'staff'] as const
export type Access = (typeof accesses)[number]

/** One operation of the API: what the server parses and answers with, and what the API's description says. */
export interface Endpoint<Params, Query, Body, Answer, Who extends Access, Headers = undefined> {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/api/${string}`
  readonly summary: string
  readonly access: Who
  readonly params?: z.ZodType<Params>
  /** The stream that it is about, where only its viewers may ask. */
  readonly streamOf?: (params: Params) => StreamName
  /** The code of the problem where a path leads to nothing this person may see; `Malformed` when left out. */
  readonly absent?: string
  /** An object's schema: what it doesn't name is refused. */
  readonly query?: z.ZodType<Query>
  /** Headers that say something of what is asked. */
  readonly headers?: z.ZodType<Headers>
  readonly body?: z.ZodType<Body>
  readonly status: 200 | 201
  readonly answer: z.ZodType<Answer>
  /** What it answers in; JSON when left out. Of lines, `answer` is one. */
  readonly contentType?: string
  /** Content types it also answers with when asked for another kind of file than JSON. */
  readonly files?: readonly string[]
  /** It answers with an `ETag`, and 304 to who has that already. */
  readonly validated?: boolean
  /** Refusals of its own, by status; those that every endpoint of its kind has are left out. */
  readonly refusals?: Readonly<Record<number, string>>
}

// biome-ignore lint/suspicious/noExplicitAny: any endpoint at all, whatever it is about
export type AnyEndpoint = Endpoint<any, any, any, any, Access, any>

/** Gives an endpoint the types of its schemas. Throws where it doesn't say who may ask: such a route never answers. */
export const endpoint = <
  Answer,
  Who extends Access,
  Params = undefined,
  Query = undefined,
  Body = undefined,
  Headers = undefined,
>(
  described: Endpoint<Params, Query, Body, Answer, Who, Headers>,
): Endpoint<Params, Query, Body, Answer, Who, Headers> => {
  const why = whyOpen(described)
  if (why) throw new Error(`${described.method} ${described.path} ${why}`)
  return described
}

/** What is missing for it to be known who may ask; undefined where nothing is. */
const whyOpen = ({ access, streamOf, absent }: AnyEndpoint): string | undefined => {
  if (!accesses.includes(access)) return 'does not say who may ask'
  if (access !== 'viewer') return streamOf && 'is about a stream, but does not ask who may see it'
  return streamOf && absent ? undefined : 'does not say which stream its viewers may see'
}
