import { answer } from '@/lib/kit/server/http/operation'
import { notReady } from '@/lib/kit/server/http/unavailable'
import { getReady } from '@/lib/kit/wire/api-health'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getReady, async () => (await notReady(getContext().readiness)) ?? answer({ status: 'ready' })),
)
