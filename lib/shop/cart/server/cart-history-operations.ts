import { exportReply } from '../../../kit/server/export/export-reply'
import { exportOfStream } from '../../../kit/server/export/stream-export'
import { validatedAs } from '../../../kit/server/http/etag'
import { invalidFilter } from '../../../kit/server/http/event-filter-refusal'
import { answer } from '../../../kit/server/http/operation'
import { keyframesOf } from '../../../kit/server/streams/keyframes-of'
import { readEventsPage } from '../../../kit/server/streams/read-events-page'
import { scanReply } from '../../../kit/server/streams/scan-reply'
import { windowAt } from '../../../kit/server/streams/window-at'
import { parseEventFilter } from '../../../kit/wire/event-filter/parse-event-filter'
import { on } from '../../server/http/on'
import type { ServerContext } from '../../server/shared-context'
import { cartStream } from '../../server/streams'
import { getCartEvents } from '../wire/api-carts'
import { getCartExport } from '../wire/api-export'
import { getCartKeyframes } from '../wire/api-keyframes'
import { getCartOutline } from '../wire/api-outline'
import { getCartScan } from '../wire/api-scan'
import { getCartWindow } from '../wire/api-window'
import { searchableCart } from '../wire/searchable-cart'
import { storedCart } from '../wire/stored-cart'
import { asCartExport } from './cart-export'
import { toSnapshot } from './cart-snapshot'

/** What the API tells of a cart's history. */
export const cartHistoryOperations = (context: ServerContext) => {
  const { commands, fileFormats, log, outlines, store } = context
  return [
    on(getCartEvents, async ({ params: { cartId }, query }) => {
      const page = await readEventsPage(store, storedCart, cartId, query)
      return answer(page, validatedAs(storedCart, page.headVersion))
    }),
    on(getCartKeyframes, async ({ params: { cartId }, query }) => {
      const page = await keyframesOf(context, storedCart, cartId, query)
      const keyframes = page.keyframes.map(({ state, ...place }) => ({ ...place, cart: toSnapshot(state) }))
      return answer({ ...page, keyframes })
    }),
    on(getCartWindow, async ({ params: { cartId }, query: { from } }) => {
      const found = await windowAt(context, storedCart, cartId, from)
      if (found.type === 'refused') return found
      const { state, events } = found.window
      return answer({ cart: toSnapshot(state), events }, validatedAs(storedCart, found.version))
    }),
    on(getCartOutline, async ({ params: { cartId } }) => answer(await outlines.read(storedCart, cartId))),
    on(getCartExport, async ({ identity, params: { cartId }, query: { format, f = '', ...range } }) => {
      const parsed = parseEventFilter(f, searchableCart)
      if (parsed.type !== 'parsed') return invalidFilter(parsed)
      const by = { identity, at: commands.now() }
      const selection = { ...range, filter: parsed.filter, subjects: searchableCart.subjects }
      const source = await exportOfStream(store, cartStream(cartId), selection, by)
      return exportReply(asCartExport(cartId, source), fileFormats[format], log)
    }),
    on(getCartScan, async ({ params: { cartId }, query: { after } }) => {
      return scanReply(store, cartStream(cartId), after, log)
    }),
  ]
}
