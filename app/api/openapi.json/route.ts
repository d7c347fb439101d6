import { answer } from '@/lib/kit/server/http/operation'
import { getOpenApi } from '@/lib/kit/wire/api-health'
import { apiDescription } from '@/lib/shop/server/http/description'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getOpenApi, async () => {
    const { authCookies } = await getContext().auth.$context
    const { document, headers } = apiDescription(authCookies.sessionToken.name)
    return answer(document, headers)
  }),
)
