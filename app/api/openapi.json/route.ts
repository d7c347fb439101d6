import { getOpenApi } from '@/lib/protocol/api-health'
import { apiDescription } from '@/lib/server/http/description'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getOpenApi, async () => {
    const { authCookies } = await getContext().auth.$context
    const { document, headers } = apiDescription(authCookies.sessionToken.name)
    return answer(document, headers)
  }),
)
