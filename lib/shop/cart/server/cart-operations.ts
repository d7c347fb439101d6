import { unchangingAs, validatedAs } from '../../../kit/server/http/etag'
import { answer } from '../../../kit/server/http/operation'
import { getCarts } from '../../sales/wire/api-insights'
import { deliveryOf, toldByHeader } from '../../server/http/delivery'
import { on } from '../../server/http/on'
import { refuseBy } from '../../server/http/rejection'
import type { ServerContext } from '../../server/shared-context'
import { getCheckoutAmounts } from '../wire/api-amounts'
import { getCart, postCart, postCartCommand } from '../wire/api-carts'
import { getRestorePreview } from '../wire/api-restore'
import { parseCartQuery } from '../wire/search/parse'
import { withStatus } from '../wire/search/with-status'
import { storedCart } from '../wire/stored-cart'
import { createCart, handleCartRequest } from './cart-commands'
import { invalidSearch, searchTooBroad } from './cart-search-refusals'
import { snapshotAt } from './cart-snapshot'
import { checkoutAmounts } from './checkout-amounts'
import { previewRestore } from './preview-restore'

/** What the API does with carts: begin, change, read and restore them. */
export const cartOperations = ({ aggregates, commands, pricing, readModels }: ServerContext) => [
  on(getCarts, async ({ query: { q = '', status, waitFor, ...page } }) => {
    const parsed = parseCartQuery(q)
    if (parsed.type === 'invalid') return invalidSearch(parsed)
    const freshness = await readModels.waitForCarts(waitFor)
    const found = await readModels.carts({ ...page, query: withStatus(parsed.query, status) })
    if (found.type === 'tooBroad') return searchTooBroad
    const { carts, next } = found
    return answer({ carts, next, ...freshness })
  }),
  on(postCart, async ({ identity, headers, body }) => {
    const delivery = deliveryOf(headers, { commandId: body?.commandId })
    if (delivery.type === 'refused') return delivery
    const created = await createCart(commands, identity, delivery.value.commandId)
    if (created.type === 'rejected') return refuseBy(created.rejection)
    const { streamId: cartId, version, position, events } = created
    return answer({ cartId, version, position, events }, { location: `/api/carts/${cartId}` })
  }),
  on(postCartCommand, async ({ identity, params: { cartId }, headers, body }) => {
    const { commandId, expectedVersion, ...request } = body
    const delivery = deliveryOf(headers, { commandId, expectedVersion })
    if (delivery.type === 'refused') return delivery
    const handled = await handleCartRequest(commands, identity, cartId, request, delivery.value)
    if (handled.type === 'accepted') {
      const { version, position, events } = handled
      return answer({ version, position, events })
    }
    return toldByHeader(refuseBy(handled.rejection), headers)
  }),
  on(getCart, async ({ params: { cartId }, query }) => {
    const snapshot = await snapshotAt(aggregates, cartId, query)
    if (snapshot.type === 'refused') return snapshot
    const { cart } = snapshot
    const tagged = query.version === undefined ? validatedAs : unchangingAs
    return answer(cart, tagged(storedCart, cart.version))
  }),
  on(getCheckoutAmounts, async ({ identity, params: { cartId }, query }) => {
    const asked = await checkoutAmounts({ ...commands, pricing }, identity, cartId, query)
    if (asked.type === 'rejected') return refuseBy(asked.rejection)
    return answer({ version: asked.version, amounts: asked.amounts })
  }),
  on(getRestorePreview, async ({ identity, params: { cartId }, query: { toVersion } }) => {
    const preview = await previewRestore(commands, identity, cartId, toVersion)
    if (preview.type === 'rejected') return refuseBy(preview.rejection)
    return answer({ version: preview.version, events: preview.events })
  }),
]
