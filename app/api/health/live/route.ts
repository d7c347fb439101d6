import { getLive } from '@/lib/protocol/api-health'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getLive, async () => answer({ status: 'live' })),
)
