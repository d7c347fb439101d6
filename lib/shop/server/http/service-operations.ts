import { answer } from '../../../kit/server/http/operation'
import { notReady } from '../../../kit/server/http/unavailable'
import { getAsyncApi, getLive, getOpenApi, getReady } from '../../../kit/wire/api-health'
import type { ServerContext } from '../shared-context'
import { apiDescription } from './description'
import { messagesDescription } from './messages-description'
import { on } from './on'

/** How the server is, and what its API can be asked. */
export const serviceOperations = ({ auth, readiness, publicUrl }: ServerContext) => [
  on(getLive, async () => answer({ status: 'live' })),
  on(getReady, async () => (await notReady(readiness)) ?? answer({ status: 'ready' })),
  on(getOpenApi, async () => {
    const { authCookies } = await auth.$context
    const { document, headers } = apiDescription(authCookies.sessionToken.name)
    return answer(document, headers)
  }),
  on(getAsyncApi, async () => {
    const { document, headers } = messagesDescription(publicUrl)
    return answer(document, headers)
  }),
]
