import { answer } from '@/lib/kit/server/http/operation'
import { keyframesOf } from '@/lib/kit/server/streams/keyframes-of'
import { getStreamKeyframes } from '@/lib/kit/wire/api-keyframes'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamKeyframes, async ({ params: { streamType, streamId }, query }) => {
    const context = getContext()
    const page = await keyframesOf(context, context.types.get(streamType), streamId, query)
    const keyframes = page.keyframes.map(({ state, ...place }) => ({ ...place, state: { ...state } }))
    return answer({ ...page, keyframes })
  }),
)
