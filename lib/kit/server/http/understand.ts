import type { Access, Endpoint } from '../../wire/api-endpoint'
import type { Identity } from '../../wire/identity'
import type { ApiRequest } from './api-request'
import { readJson } from './body'
import { fieldsOf } from './fields'
import { readHeaders } from './headers'
import { type Parsed, parsePart } from './malformed'
import { readQuery } from './query'
import { type HttpRefusal, refuse, refuseAbsent } from './refusal'
import type { RouteContext } from './route-context'
import { isCrossSite } from './same-origin'
import { notReady } from './unavailable'

/** A request that was let in and understood. */
export interface UnderstoodRequest<
  Params,
  Query,
  Body,
  Who extends Access,
  Headers = undefined,
  Person extends Identity = Identity,
> {
  readonly type: 'asked'
  readonly identity: Who extends 'anyone' ? undefined : Person
  readonly params: Params
  readonly query: Query
  readonly headers: Headers
  readonly body: Body
}

type Understand<Params, Query, Body, Who extends Access, Headers, Person extends Identity> = (
  context: RouteContext<Person>,
  request: ApiRequest,
  pathParams: unknown,
) => Promise<UnderstoodRequest<Params, Query, Body, Who, Headers, Person> | HttpRefusal>

/** Gives what lets requests in, parses their parts, and asks whether their stream may be seen, as their endpoint says. */
export const understandAs = <Params, Query, Body, Who extends Access, Headers, Person extends Identity>(
  endpoint: Endpoint<Params, Query, Body, unknown, Who, Headers>,
): Understand<Params, Query, Body, Who, Headers, Person> => {
  const queryFields = fieldsOf(endpoint.query)
  const headerNames = fieldsOf(endpoint.headers)
  // What most requests say, so it is parsed once.
  const noQuery = parse(endpoint.query, {}, 'query')
  const noHeaders = parse(endpoint.headers, {}, 'headers')

  const queryOf = ({ search }: ApiRequest): Parsed<Query> => {
    if (search === '') return noQuery
    const fields = readQuery(search, queryFields)
    return fields.type === 'refused' ? fields : parse(endpoint.query, fields.value, 'query')
  }
  const headersOf = ({ headers }: ApiRequest): Parsed<Headers> => {
    const read = readHeaders(headers, headerNames)
    return read ? parse(endpoint.headers, read, 'headers') : noHeaders
  }

  return async (context, request, pathParams) => {
    // 1. where it comes from, and who sent it
    if (endpoint.method !== 'GET' && isCrossSite(request.headers)) return crossSite
    const admitted = await admit(endpoint.access, context, request)
    if (admitted.type === 'refused') return admitted

    // 2. its address
    const params = parse(endpoint.params, pathParams, 'path')
    // What can't be an id is nobody's.
    if (params.type === 'refused')
      return endpoint.absent ? refuseAbsent(context.problemKinds, endpoint.absent) : params
    const query = queryOf(request)
    if (query.type === 'refused') return query

    // 3. its headers and its body
    const headers = headersOf(request)
    if (headers.type === 'refused') return headers
    const json = endpoint.body ? await readJson(request) : nothing
    if (json.type === 'refused') return json
    const body = parse(endpoint.body, json.value, 'body')
    if (body.type === 'refused') return body

    // 4. what it is about
    const unseen = await whyUnseen(endpoint, context, admitted.value, params.value)
    if (unseen) return unseen

    return {
      type: 'asked',
      identity: admitted.value as UnderstoodRequest<Params, Query, Body, Who, Headers, Person>['identity'],
      params: params.value,
      query: query.value,
      headers: headers.value,
      body: body.value,
    }
  }
}

const nothing = { type: 'parsed', value: undefined } as const

const parse = <Value>(
  schema: Parameters<typeof parsePart<Value>>[0] | undefined,
  input: unknown,
  whole: string,
): Parsed<Value> => (schema ? parsePart(schema, input, whole) : (nothing as Parsed<never>))

const admit = async <Person extends Identity>(
  access: Access,
  context: RouteContext<Person>,
  request: ApiRequest,
): Promise<Parsed<Person | undefined>> => {
  if (access === 'anyone') return nothing
  const identity = await context.identify(request.headers)
  if (!identity) return (await notReady(context.readiness)) ?? unauthenticated
  if (access === 'staff' && identity.role !== 'staff') return forbidden
  return { type: 'parsed', value: identity }
}

/** The refusal of whoever may not see the stream; undefined where they may, or it is about none. */
const whyUnseen = async <Params, Person extends Identity>(
  { streamOf, absent = 'StreamNotFound' }: Pick<AnyAbout<Params>, 'streamOf' | 'absent'>,
  { access, problemKinds }: RouteContext<Person>,
  person: Person | undefined,
  params: Params,
): Promise<HttpRefusal | undefined> => {
  if (!streamOf) return undefined
  switch (await access.see(person, streamOf(params))) {
    case 'seen':
      return undefined
    case 'absent':
      return refuseAbsent(problemKinds, absent)
    case 'unknownType':
      return refuseAbsent(problemKinds, 'StreamTypeUnknown')
  }
}

type AnyAbout<Params> = Endpoint<Params, unknown, unknown, unknown, Access, unknown>

const crossSite = refuse(
  403,
  'CrossSite',
  "This came from another site's page; send it from this site's own, or with an API key.",
)

const unauthenticated = refuse(
  401,
  'Unauthenticated',
  'Sign in, or send an API key that is valid: `Authorization: Bearer <key>`.',
)

const forbidden = refuse(403, 'Forbidden', 'This is for staff; ask as one of them.')
