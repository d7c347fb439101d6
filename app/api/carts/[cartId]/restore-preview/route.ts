import { getRestorePreview } from '@/lib/protocol/api-restore'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { previewRestore } from '@/lib/server/commands/preview-restore'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getRestorePreview, async ({ identity, params: { cartId }, query: { toVersion } }) => {
    const { store, commands } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const preview = await previewRestore(commands, identity, cartId, toVersion)
    if (preview.type === 'rejected') return refuseBy(preview.rejection)
    return answer({ version: preview.version, events: preview.events })
  }),
)
