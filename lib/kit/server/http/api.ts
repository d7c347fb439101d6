import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identity } from '../../wire/identity'
import { type ApiRequest, toApiRequest } from './api-request'
import type { Operation } from './operation'
import { type Reply, refusalReply } from './reply'
import type { RouteContext } from './route-context'
import { createRouter } from './router'
import { sendReply } from './send-reply'

/** Answers an application's API: each operation where its endpoint says, and a problem everywhere else. */
export const createApi = <Person extends Identity>(
  context: RouteContext<Person>,
  operations: readonly Operation<Person>[],
) => {
  const route = createRouter(operations)

  const replyTo = async (request: ApiRequest): Promise<Reply> => {
    const routed = route(request.method, request.path)
    switch (routed.type) {
      case 'found':
        return routed.operation.respond(context, request, routed.params)
      case 'options':
        return { type: 'empty', status: 204, headers: { allow: routed.allow } }
      case 'refused':
        return refusalReply(routed)
    }
  }

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = toApiRequest(incoming)
    await sendReply(request, response, await replyTo(request))
  }
}
