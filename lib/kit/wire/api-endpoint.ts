import type * as z from 'zod'
import type { ProblemCode } from './problem-kinds'

/** Who may ask: anybody, anybody known, or staff alone. */
export type Access = 'anyone' | 'identified' | 'staff'

/** One operation of the API: what the server parses and answers with, and what the API's description says. */
export interface Endpoint<Params, Query, Body, Answer, Who extends Access, Headers = undefined> {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/api/${string}`
  readonly summary: string
  readonly access: Who
  readonly params?: z.ZodType<Params>
  /** What is said of a path whose parameters can't be anything's; `Malformed` when left out. */
  readonly absent?: ProblemCode
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

/** Gives an endpoint the types of its schemas. */
export const endpoint = <
  Answer,
  Who extends Access,
  Params = undefined,
  Query = undefined,
  Body = undefined,
  Headers = undefined,
>(
  described: Endpoint<Params, Query, Body, Answer, Who, Headers>,
): Endpoint<Params, Query, Body, Answer, Who, Headers> => described
