import { getReady } from '@/lib/protocol/api-health'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { notReady } from '@/lib/server/http/unavailable'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getReady, async () => (await notReady(getContext().readiness)) ?? answer({ status: 'ready' })),
)
