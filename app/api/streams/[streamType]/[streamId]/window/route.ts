import { validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { windowAt } from '@/lib/kit/server/streams/window-at'
import { getStreamWindow } from '@/lib/kit/wire/api-windows'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamWindow, async ({ params: { streamType, streamId }, query: { from } }) => {
    const context = getContext()
    const type = context.types.get(streamType)
    const found = await windowAt(context, type, streamId, from)
    if (found.type === 'refused') return found
    const { state, events } = found.window
    return answer({ from, state: { ...state }, events }, validatedAs(type, found.version))
  }),
)
