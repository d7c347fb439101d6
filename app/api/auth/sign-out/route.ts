import { forwardToAuth } from '@/lib/shop/server/http/auth-endpoint'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'
import { postSignOut } from '@/lib/shop/wire/api-session'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postSignOut, async (_, request) => forwardToAuth(getContext().auth, request, {})),
)
