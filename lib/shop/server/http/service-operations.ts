import { answer } from '../../../kit/server/http/operation'
import { notReady } from '../../../kit/server/http/unavailable'
import { getLive, getOpenApi, getReady } from '../../../kit/wire/api-health'
import type { ServerContext } from '../shared-context'
import { apiDescription } from './description'
import { on } from './on'

/** How the server is, and what its API can be asked. */
export const serviceOperations = ({ auth, readiness }: ServerContext) => [
  on(getLive, async () => answer({ status: 'live' })),
  on(getReady, async () => (await notReady(readiness)) ?? answer({ status: 'ready' })),
  on(getOpenApi, async () => {
    const { authCookies } = await auth.$context
    const { document, headers } = apiDescription(authCookies.sessionToken.name)
    return answer(document, headers)
  }),
]
