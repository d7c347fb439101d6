import { postSignOut } from '@/lib/kit/wire/api-session'
import { forwardToAuth } from '@/lib/shop/server/http/auth-endpoint'
import { on } from '@/lib/shop/server/http/operation'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postSignOut, async (_, request) => forwardToAuth(getContext().auth, request, {})),
)
