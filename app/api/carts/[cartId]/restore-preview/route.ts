import { answer } from '@/lib/kit/server/http/operation'
import { previewRestore } from '@/lib/shop/cart/server/preview-restore'
import { getRestorePreview } from '@/lib/shop/cart/wire/api-restore'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getRestorePreview, async ({ identity, params: { cartId }, query: { toVersion } }) => {
    const preview = await previewRestore(getContext().commands, identity, cartId, toVersion)
    if (preview.type === 'rejected') return refuseBy(preview.rejection)
    return answer({ version: preview.version, events: preview.events })
  }),
)
