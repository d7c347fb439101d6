import type { StreamAccess } from '../../../kit/server/access/access'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import { joined } from '../../../kit/server/commands/joined'
import { streamOf } from '../../../kit/streams/stream-of'
import type { Delivery } from '../../cart/wire/commands'
import { actorOf } from '../../server/auth/actor-of'
import { storedStock } from '../../stock/wire/stored-stock'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { CatalogueRejection, ProductAnswer } from '../wire/product-answers'
import type { NewProduct, ProductRequest, StockRequest } from '../wire/product-requests'
import { storedProduct } from '../wire/stored-product'

export interface ProductCommandDependencies {
  readonly handle: Handle
  readonly aggregates: Pick<Aggregates, 'load' | 'loadFresh'>
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
}

const notAllowed: ProductAnswer = { type: 'rejected', rejection: { type: 'NotAllowed' } }

/** Puts a product that is new into the catalogue, and where it is counted what there is of it: both, or nothing. */
export const listProduct = async (
  { handle, access }: ProductCommandDependencies,
  identity: ShopIdentity,
  { productId, stock, ...told }: NewProduct,
  commandId: string | undefined,
): Promise<ProductAnswer> => {
  if (!(await access.maySend(identity, streamOf(storedProduct, productId), 'ListProduct'))) return notAllowed
  const counted = (quantity: number) =>
    joined(storedStock, {
      streamId: productId,
      command: { type: 'CountStock', quantity },
      isNew: true,
      refusedAs: (rejection): CatalogueRejection => rejection,
    })
  const handled = await handle(storedProduct, {
    streamId: productId,
    command: { type: 'ListProduct', listing: { ...told, hasPicture: false } },
    actor: actorOf(identity),
    commandId,
    payload: { productId, stock, ...told },
    expectedVersion: 0,
    isNew: true,
    join: async () => ({ type: 'joined', others: stock === undefined ? [] : [counted(stock)] }),
  })
  const answer = commandAnswer(productId, handled)
  return answer.type === 'rejected' && answer.rejection.type === 'ConcurrencyConflict'
    ? { type: 'rejected', rejection: { type: 'ProductAlreadyListed', productId } }
    : answer
}

/** Does what staff asks of a product, or of what there is of it. */
export const handleProductRequest = async (
  dependencies: ProductCommandDependencies,
  identity: ShopIdentity,
  productId: string,
  request: ProductRequest,
  delivery: Delivery,
): Promise<ProductAnswer> => {
  const { handle, access, aggregates } = dependencies
  const asked = { streamId: productId, actor: actorOf(identity), ...delivery }
  if (isOfStock(request)) {
    if (!(await access.maySend(identity, streamOf(storedStock, productId), request.type))) return notAllowed
    const known = await aggregates.load(storedProduct, productId)
    if (!known.state.listing) {
      return { type: 'rejected', rejection: { type: 'ProductNotListed', productId } }
    }
    return commandAnswer(productId, await handle(storedStock, { ...asked, command: request }))
  }
  if (!(await access.maySend(identity, streamOf(storedProduct, productId), request.type))) return notAllowed
  return commandAnswer(productId, await handle(storedProduct, { ...asked, command: request }))
}

const stockTypes: ReadonlySet<string> = new Set<StockRequest['type']>([
  'ReceiveStock',
  'CountStock',
  'StopCounting',
  'WriteOffStock',
])

const isOfStock = (request: ProductRequest): request is StockRequest => stockTypes.has(request.type)
