import { exportOfCart } from '@/lib/kit/server/export/cart-export'
import { exportResponse } from '@/lib/kit/server/export/export-response'
import { invalidFilter } from '@/lib/kit/server/http/event-filter-refusal'
import { getCartExport } from '@/lib/kit/wire/api-export'
import { parseEventFilter } from '@/lib/kit/wire/event-filter/parse-event-filter'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

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
