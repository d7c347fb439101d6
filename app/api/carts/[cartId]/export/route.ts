import { getCartExport } from '@/lib/protocol/api-export'
import { parseEventFilter } from '@/lib/protocol/event-filter/parse-event-filter'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { exportOfCart } from '@/lib/server/export/cart-export'
import { exportResponse } from '@/lib/server/export/export-response'
import { invalidFilter } from '@/lib/server/http/event-filter-refusal'
import { on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartExport, async ({ identity, params: { cartId }, query: { format, f = '', ...range } }) => {
    const parsed = parseEventFilter(f)
    if (parsed.type !== 'parsed') return invalidFilter(parsed)
    const { store, commands, log } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const by = { identity, at: commands.now() }
    const source = await exportOfCart(store, cartId, { ...range, filter: parsed.filter }, by)
    return exportResponse(source, format, log)
  }),
)
