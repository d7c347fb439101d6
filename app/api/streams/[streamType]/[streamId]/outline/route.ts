import { answer } from '@/lib/kit/server/http/operation'
import { getStreamOutline } from '@/lib/kit/wire/api-outline'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getStreamOutline, async ({ params: { streamType, streamId } }) => {
    const { outlines, types } = getContext()
    return answer(await outlines.read(types.get(streamType), streamId))
  }),
)
