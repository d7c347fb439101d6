import type { Access, AnyEndpoint, Endpoint } from '../../wire/api-endpoint'
import type { Identity } from '../../wire/identity'
import type { ApiRequest } from './api-request'
import { isKnown } from './etag'
import type { HttpRefusal } from './refusal'
import { type Reply, refusalReply, type StreamReply } from './reply'
import type { RouteContext } from './route-context'
import { refuseThrown } from './unavailable'
import { type UnderstoodRequest, understandAs } from './understand'

type Headers = Readonly<Record<string, string | readonly string[]>>

/** What an endpoint answers. */
export interface OperationAnswer<Answer> {
  readonly type: 'answered'
  readonly body: Answer
  readonly headers?: Headers
}

export const answer = <Answer>(body: Answer, headers: Headers = {}): OperationAnswer<Answer> => ({
  type: 'answered',
  body,
  headers,
})

/** An endpoint together with what does its work. */
export interface Operation<Person extends Identity = Identity> {
  readonly endpoint: AnyEndpoint
  readonly respond: (
    context: RouteContext<Person>,
    request: ApiRequest,
    pathParams: unknown,
  ) => Promise<Reply>
}

type Done<Answer> = OperationAnswer<Answer> | HttpRefusal | StreamReply

/**
 * Gives what makes operations for an application's people. An operation does an endpoint's work, once the request was let
 * in and understood. Whatever happens, there is a reply.
 */
export const operationsFor =
  <Person extends Identity>() =>
  <Params, Query, Body, Answer, Who extends Access, Headers>(
    endpoint: Endpoint<Params, Query, Body, Answer, Who, Headers>,
    handle: (
      asked: UnderstoodRequest<Params, Query, Body, Who, Headers, Person>,
      request: ApiRequest,
    ) => Promise<Done<NoInfer<Answer>>>,
  ): Operation<Person> => {
    const understand = understandAs<Params, Query, Body, Who, Headers, Person>(endpoint)
    return {
      endpoint,
      respond: async (context, request, pathParams) => {
        try {
          const asked = await understand(context, request, pathParams)
          const done = asked.type === 'refused' ? asked : await handle(asked, request)
          return toReply(done, endpoint.status, request)
        } catch (error) {
          return refusalReply(await refuseThrown(context, request, error))
        }
      },
    }
  }

const toReply = (done: Done<unknown>, status: number, request: ApiRequest): Reply => {
  if (done.type === 'streamed') return done
  if (done.type === 'refused') return refusalReply(done)
  const headers: Headers = { 'cache-control': 'no-store', ...done.headers }
  if (typeof headers.etag === 'string' && isKnown(request.headers['if-none-match'], headers.etag)) {
    return { type: 'empty', status: 304, headers }
  }
  return {
    type: 'text',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    text: JSON.stringify(done.body),
  }
}
