import { exhaustive } from '../../../kit/kernel/exhaustive'
import { malformed } from '../../../kit/server/http/malformed'
import { answer } from '../../../kit/server/http/operation'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import { deliveryOf, toldByHeader } from '../../server/http/delivery'
import { deliveryDetail } from '../../server/http/delivery-detail'
import { on } from '../../server/http/on'
import { refuse } from '../../server/http/refusal'
import { importText } from '../../server/import/catalogue/import-text'
import type { ServerContext } from '../../server/shared-context'
import {
  getCatalogue,
  getOpenCarts,
  postCatalogueImport,
  postProduct,
  postProductCommand,
  postPutAway,
} from '../wire/api-catalogue'
import type { CatalogueRejection } from '../wire/product-answers'
import { handleProductRequest, listProduct } from './product-commands'
import { putStarterAway } from './put-away'

/** What the API does for those who keep the catalogue. */
export const catalogueOperations = ({ aggregates, commands, access, readModels, store }: ServerContext) => {
  const dependencies = { handle: commands.handle, aggregates, access }
  return [
    on(postProduct, async ({ identity, headers, body: { commandId, ...told } }) => {
      const delivery = deliveryOf(headers, { commandId })
      if (delivery.type === 'refused') return delivery
      const listed = await listProduct(dependencies, identity, told, delivery.value.commandId)
      if (listed.type === 'rejected') return refuseBy(listed.rejection)
      const { streamId: productId, version, position, events } = listed
      return answer({ productId, version, position, events })
    }),
    on(postProductCommand, async ({ identity, params: { productId }, headers, body }) => {
      const { commandId, expectedVersion, ...request } = body
      const delivery = deliveryOf(headers, { commandId, expectedVersion })
      if (delivery.type === 'refused') return delivery
      const done = await handleProductRequest(dependencies, identity, productId, request, delivery.value)
      if (done.type === 'rejected') return toldByHeader(refuseBy(done.rejection), headers)
      const { version, position, events } = done
      return answer({ version, position, events })
    }),
    on(getCatalogue, async ({ query: { waitFor, ...search } }) => {
      const freshness = await readModels.waitForCatalogue(waitFor)
      return answer({ ...(await readModels.staffProducts(search)), ...freshness })
    }),
    on(getOpenCarts, async ({ params: { productId }, query: { waitFor } }) => {
      const freshness = await readModels.waitForCarts(waitFor)
      return answer({ ...(await readModels.openCartsWith(productId, aggregates)), ...freshness })
    }),
    on(postCatalogueImport, async ({ identity, body }) => {
      const { now, newId } = commands
      const done = await importText({ store, now, newId }, identity, body)
      if (done.type === 'unreadable') return malformed([{ field: 'csv', message: done.why }])
      return answer(done.imported)
    }),
    on(postPutAway, async ({ identity, headers }) => {
      const delivery = deliveryOf(headers, {})
      if (delivery.type === 'refused') return delivery
      const commandId = delivery.value.commandId ?? commands.newId()
      return answer({ withdrawn: await putStarterAway(dependencies, identity, commandId) })
    }),
  ]
}

type Rejection = CatalogueRejection | ConcurrencyConflict | CommandIdReused

const refuseBy = (rejection: Rejection): HttpRefusal => {
  if (rejection.type === 'NotAllowed') return refuse(403, 'Forbidden', 'The catalogue is for staff to keep.')
  const { type, ...data } = rejection
  return refuse(statusOf(type), type, detailOf(rejection), { data })
}

const conflicts: ReadonlySet<Rejection['type']> = new Set([
  'ConcurrencyConflict',
  'ProductAlreadyListed',
  'OutOfStock',
  'BelowReserved',
])

const statusOf = (type: Rejection['type']): number => {
  if (type === 'ProductNotListed') return 404
  return conflicts.has(type) ? 409 : 422
}

const detailOf = (rejection: Exclude<Rejection, { type: 'NotAllowed' }>): string => {
  switch (rejection.type) {
    case 'NameMissing':
      return 'A product has a name.'
    case 'PriceNegative':
      return `${rejection.amount} is no price; nothing costs less than nothing.`
    case 'ProductNotListed':
      return `The catalogue never had a product ${rejection.productId}; list it first.`
    case 'ProductAlreadyListed':
      return `There is a product ${rejection.productId} already; describe, price or bring it back, or take another id.`
    case 'InvalidQuantity':
      return `${rejection.quantity} is no such quantity; send a whole number within what a shelf can hold.`
    case 'OutOfStock':
      return `Of ${rejection.productId} there are only ${rejection.available} that no order was promised.`
    case 'BelowReserved':
      return `${rejection.reserved} are promised to orders, and ${rejection.counted} were counted; cancel one of those orders first.`
    case 'StockNotCounted':
      return `Nobody counts ${rejection.productId}; receive or count it first.`
    case 'ConcurrencyConflict':
    case 'CommandIdReused':
      return deliveryDetail('It is', rejection)
    default:
      return exhaustive(rejection)
  }
}
