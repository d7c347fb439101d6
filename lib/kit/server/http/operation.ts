import type { Access, Endpoint } from '../../wire/api-endpoint'
import type { Identity } from '../../wire/identity'
import { isKnown } from './etag'
import { type HttpRefusal, problemResponse } from './refusal'
import type { RouteContext } from './route-context'
import { refuseThrown } from './unavailable'
import { type UnderstoodRequest, understand } from './understand'

/** What an endpoint answers. */
export interface OperationAnswer<Answer> {
  readonly type: 'answered'
  readonly body: Answer
  readonly headers?: Readonly<Record<string, string>>
}

export const answer = <Answer>(
  body: Answer,
  headers: OperationAnswer<Answer>['headers'] = {},
): OperationAnswer<Answer> => ({
  type: 'answered',
  body,
  headers,
})

/** An endpoint together with what does its work. */
export interface Operation<Person extends Identity> {
  readonly method: 'GET' | 'POST'
  readonly respond: (
    context: RouteContext<Person>,
    request: Request,
    pathParams: unknown,
  ) => Promise<Response>
}

type Reply<Answer> = OperationAnswer<Answer> | HttpRefusal | Response

/**
 * Gives what makes operations for an application's people. An operation does an endpoint's work, once the request was let
 * in and understood. Whatever happens, there is a response.
 */
export const operationsFor =
  <Person extends Identity>() =>
  <Params, Query, Body, Answer, Who extends Access, Headers>(
    endpoint: Endpoint<Params, Query, Body, Answer, Who, Headers>,
    handle: (
      asked: UnderstoodRequest<Params, Query, Body, Who, Headers, Person>,
      request: Request,
    ) => Promise<Reply<NoInfer<Answer>>>,
  ): Operation<Person> => ({
    method: endpoint.method,
    respond: async (context, request, pathParams) => {
      try {
        const asked = await understand(endpoint, context, request, pathParams)
        const reply = asked.type === 'refused' ? asked : await handle(asked, request)
        return toResponse(reply, endpoint.status, request)
      } catch (error) {
        return problemResponse(await refuseThrown(context, request, error))
      }
    },
  })

const toResponse = (reply: Reply<unknown>, status: number, request: Request): Response => {
  if (reply instanceof Response) return reply
  if (reply.type === 'refused') return problemResponse(reply)
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...reply.headers }
  if (headers.etag && isKnown(request.headers.get('if-none-match'), headers.etag)) {
    return new Response(null, { status: 304, headers })
  }
  return Response.json(reply.body, { status, headers })
}
