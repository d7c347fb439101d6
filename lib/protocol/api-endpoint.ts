import type * as z from 'zod'

/** Who may ask: anybody, anybody known, or staff alone. */
export type Access = 'anyone' | 'identified' | 'staff'

/** One operation of the API: what the server parses and answers with, and what the API's description says. */
export interface Endpoint<Params, Query, Body, Answer, Who extends Access> {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/api/${string}`
  readonly summary: string
  readonly access: Who
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  readonly status: 200 | 201
  readonly answer: z.ZodType<Answer>
  /** What it answers in; JSON when left out. Of lines, `answer` is one. */
  readonly contentType?: string
  /** Content types it also answers with when asked for another kind of file than JSON. */
  readonly files?: readonly string[]
  /** Refusals of its own, by status; those that every endpoint of its kind has are left out. */
  readonly refusals?: Readonly<Record<number, string>>
}

// biome-ignore lint/suspicious/noExplicitAny: any endpoint at all, whatever it is about
export type AnyEndpoint = Endpoint<any, any, any, any, Access>

/** Gives an endpoint the types of its schemas. */
export const endpoint = <Answer, Who extends Access, Params = undefined, Query = undefined, Body = undefined>(
  described: Endpoint<Params, Query, Body, Answer, Who>,
): Endpoint<Params, Query, Body, Answer, Who> => described
