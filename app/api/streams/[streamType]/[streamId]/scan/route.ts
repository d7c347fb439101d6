import { scanResponse } from '@/lib/kit/server/streams/scan-response'
import { getStreamScan } from '@/lib/kit/wire/api-scan'
import { streamAt } from '@/lib/kit/wire/stream-ref'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamScan, async ({ params, query: { after } }) => {
    const { store, log } = getContext()
    return scanResponse(store, streamAt(params), after, log)
  }),
)
