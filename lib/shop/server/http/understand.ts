import { readJson } from '../../../kit/server/http/body'
import { readHeaders } from '../../../kit/server/http/headers'
import { type Parsed, parsePart } from '../../../kit/server/http/malformed'
import { readQuery } from '../../../kit/server/http/query'
import { type Refusal, refuse, refuseAbsent } from '../../../kit/server/http/refusal'
import { isCrossSite } from '../../../kit/server/http/same-origin'
import { notReady } from '../../../kit/server/http/unavailable'
import type { Access, Endpoint } from '../../../kit/wire/api-endpoint'
import type { Identity } from '../../../kit/wire/identity'
import type { RouteContext } from './route-context'

/** A request that was let in and understood. */
export interface Asked<Params, Query, Body, Who extends Access, Headers = undefined> {
  readonly type: 'asked'
  readonly identity: Who extends 'anyone' ? undefined : Identity
  readonly params: Params
  readonly query: Query
  readonly headers: Headers
  readonly body: Body
}

/** Lets a request in, and parses its parts, as its endpoint says. */
export const understand = async <Params, Query, Body, Who extends Access, Headers>(
  endpoint: Endpoint<Params, Query, Body, unknown, Who, Headers>,
  context: RouteContext,
  request: Request,
  pathParams: unknown,
): Promise<Asked<Params, Query, Body, Who, Headers> | Refusal> => {
  // 1. where it comes from, and who sent it
  if (endpoint.method !== 'GET' && isCrossSite(request.headers)) return crossSite
  const admitted = await admit(endpoint.access, context, request)
  if (admitted.type === 'refused') return admitted

  // 2. its address
  const params = parse(endpoint.params, pathParams, 'path')
  // What can't be an id is nobody's.
  if (params.type === 'refused') return endpoint.absent ? refuseAbsent(endpoint.absent) : params
  const fields = readQuery(new URL(request.url).searchParams, endpoint.query)
  if (fields.type === 'refused') return fields
  const query = parse(endpoint.query, fields.value, 'query')
  if (query.type === 'refused') return query

  // 3. its headers and its body
  const headers = parse(endpoint.headers, readHeaders(request.headers, endpoint.headers), 'headers')
  if (headers.type === 'refused') return headers
  const json = endpoint.body ? await readJson(request) : nothing
  if (json.type === 'refused') return json
  const body = parse(endpoint.body, json.value, 'body')
  if (body.type === 'refused') return body

  return {
    type: 'asked',
    identity: admitted.value as Asked<Params, Query, Body, Who, Headers>['identity'],
    params: params.value,
    query: query.value,
    headers: headers.value,
    body: body.value,
  }
}

const nothing = { type: 'parsed', value: undefined } as const

const parse = <Value>(
  schema: Parameters<typeof parsePart<Value>>[0] | undefined,
  input: unknown,
  whole: string,
): Parsed<Value> => (schema ? parsePart(schema, input, whole) : (nothing as Parsed<never>))

const admit = async (
  access: Access,
  context: RouteContext,
  request: Request,
): Promise<Parsed<Identity | undefined>> => {
  if (access === 'anyone') return nothing
  const identity = await context.identify(request.headers)
  if (!identity) return (await notReady(context.readiness)) ?? unauthenticated
  if (access === 'staff' && identity.role !== 'staff') return forbidden
  return { type: 'parsed', value: identity }
}

const crossSite = refuse(
  403,
  'CrossSite',
  "This came from another site's page; send it from the shop's own, or with an API key.",
)

const unauthenticated = refuse(
  401,
  'Unauthenticated',
  'Sign in, or send an API key that is valid: `Authorization: Bearer <key>`.',
)

const forbidden = refuse(403, 'Forbidden', 'This is for staff; ask as one of them.')
