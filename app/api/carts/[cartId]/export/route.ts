import { exportResponse } from '@/lib/kit/server/export/export-response'
import { exportOfStream } from '@/lib/kit/server/export/stream-export'
import { invalidFilter } from '@/lib/kit/server/http/event-filter-refusal'
import { parseEventFilter } from '@/lib/kit/wire/event-filter/parse-event-filter'
import { asCartExport } from '@/lib/shop/cart/server/cart-export'
import { getCartExport } from '@/lib/shop/cart/wire/api-export'
import { searchableCart } from '@/lib/shop/cart/wire/searchable-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'
import { cartStream } from '@/lib/shop/server/streams'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartExport, async ({ identity, params: { cartId }, query: { format, f = '', ...range } }) => {
    const parsed = parseEventFilter(f, searchableCart)
    if (parsed.type !== 'parsed') return invalidFilter(parsed)
    const { store, commands, fileFormats, log } = getContext()
    const by = { identity, at: commands.now() }
    const selection = { ...range, filter: parsed.filter, subjects: searchableCart.subjects }
    const source = await exportOfStream(store, cartStream(cartId), selection, by)
    return exportResponse(asCartExport(cartId, source), fileFormats[format], log)
  }),
)
