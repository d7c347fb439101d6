import { getSession } from '@/lib/protocol/api-session'
import { forwardToAuth } from '@/lib/server/http/auth-endpoint'
import { on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getSession, async (_, request) => forwardToAuth(getContext().auth, request)),
)
