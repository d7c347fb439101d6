import { getLive } from '@/lib/kit/wire/api-health'
import { answer, on } from '@/lib/shop/server/http/operation'
import { routes } from '@/lib/shop/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getLive, async () => answer({ status: 'live' })),
)
