import { apiEndpoints } from '@/lib/protocol/api-endpoints'
import { getOpenApi } from '@/lib/protocol/api-health'
import { apiSchemas } from '@/lib/protocol/api-schemas'
import { openApiDocument } from '@/lib/server/http/openapi'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getOpenApi, async () => {
    const { authCookies } = await getContext().auth.$context
    return answer(openApiDocument(apiEndpoints, apiSchemas, authCookies.sessionToken.name))
  }),
)
