import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { previewRestore } from '@/lib/shop/cart/server/preview-restore'
import { getRestorePreview } from '@/lib/shop/cart/wire/api-restore'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getRestorePreview, async ({ identity, params: { cartId }, query: { toVersion } }) => {
    const { store, commands } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const preview = await previewRestore(commands, identity, cartId, toVersion)
    if (preview.type === 'rejected') return refuseBy(preview.rejection)
    return answer({ version: preview.version, events: preview.events })
  }),
)
