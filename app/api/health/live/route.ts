import { answer } from '@/lib/kit/server/http/operation'
import { getLive } from '@/lib/kit/wire/api-health'
import { on, routes } from '@/lib/shop/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getLive, async () => answer({ status: 'live' })),
)
