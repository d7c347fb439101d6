import { isErased } from '../../../kit/kernel/erased'
import type { EventStore } from '../../../kit/server/store/event-store'
import { orderAmounts } from '../../amounts/order-amounts'
import type { PricingDependencies } from '../../cart/server/price-order'
import type { Catalogue } from '../../product/server/catalogue'
import { countryOf } from '../../wire/countries'
import type { UpdateItems } from '../commands'
import type { OrderRejection } from '../decide'
import type { OrderedLine } from '../events'
import { isCount } from '../rules/pieces'
import type { OrderState } from '../state'
import type { OrderRequest } from '../wire/order-requests'
import { readPlaced } from './read-placed'

export type UpdateItemsRequest = Extract<OrderRequest, { type: 'UpdateItems' }>

export interface UpdateItemsDependencies {
  readonly store: Pick<EventStore, 'readStream'>
  readonly pricing: PricingDependencies
  readonly catalogue: Pick<Catalogue, 'offers'>
}

type Update =
  | { readonly type: 'command'; readonly command: UpdateItems }
  | { readonly type: 'rejected'; readonly rejection: OrderRejection }

/**
 * The lines an order is to hold, and what they come to by the shop's terms as of when it was placed: what it was promised at
 * stays. What comes in costs what the catalogue asks now.
 */
export const toUpdateItems = async (
  { store, pricing, catalogue }: UpdateItemsDependencies,
  order: OrderState,
  request: UpdateItemsRequest,
): Promise<Update> => {
  if (request.lines.length === 0) return { type: 'rejected', rejection: { type: 'OrderEmpty' } }
  const odd = request.lines.find(({ quantity }) => !isCount(quantity))
  if (odd) return { type: 'rejected', rejection: { type: 'InvalidQuantity', quantity: odd.quantity } }
  const placed = await readPlaced(store, order.id)
  if (!placed) return { type: 'rejected', rejection: { type: 'OrderNotFound' } }
  const lines = await linesOf(catalogue, order, request)
  if ('type' in lines) return { type: 'rejected', rejection: lines }
  const [terms, categoryOf] = await Promise.all([
    pricing.terms(),
    pricing.categories(lines.map(({ productId }) => productId)),
  ])
  const ordered = lines.map(({ category, ...line }) => {
    const known = category ?? categoryOf.get(line.productId)
    return known === undefined ? line : { ...line, category: known }
  })
  const { shippingAddress } = placed.data
  const typed = isErased(shippingAddress) ? '' : shippingAddress.country
  const code = order.amounts.discountCode
  const priced = orderAmounts(ordered, terms, {
    country: countryOf(typed) ?? typed,
    code,
    at: placed.occurredAt,
  })
  if (priced.type === 'rejected') return priced
  return { type: 'command', command: { type: 'UpdateItems', lines: ordered, amounts: priced.amounts } }
}

const linesOf = async (
  catalogue: Pick<Catalogue, 'offers'>,
  order: OrderState,
  { lines }: UpdateItemsRequest,
): Promise<readonly OrderedLine[] | OrderRejection> => {
  const offers = await catalogue.offers(
    lines.flatMap((line) => ('productId' in line ? [line.productId] : [])),
  )
  const known = new Map(order.lines.map((line) => [line.lineId, line]))
  let last = Math.max(0, ...order.lines.map(({ lineId }) => Number(lineId) || 0))
  const made: OrderedLine[] = []
  for (const asked of lines) {
    if ('lineId' in asked) {
      const line = known.get(asked.lineId)
      if (!line) return { type: 'LineUnknown', lineId: asked.lineId }
      known.delete(asked.lineId)
      const { lineId, productId, productName, category, unitPrice } = line
      made.push({
        lineId,
        productId,
        productName,
        ...(category !== undefined && { category }),
        quantity: asked.quantity,
        unitPrice,
      })
    } else {
      const offer = offers.get(asked.productId)
      if (!offer) return { type: 'ProductUnknown', productId: asked.productId }
      last++
      made.push({
        lineId: `${last}`,
        productId: asked.productId,
        productName: offer.name,
        quantity: asked.quantity,
        unitPrice: offer.unitPrice,
      })
    }
  }
  return made
}
