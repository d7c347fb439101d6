import type { OfferedProduct, Offers } from '../domain/cart/commands'
import { isSameMoney } from '../domain/money'
import type { Rejection } from '../protocol/answers'
import type { RecordedCartEvent } from '../protocol/recorded-shop-events'

export const noOffers: Offers = new Map()

/** What is known of the catalogue with what was heard of it last; the very same where that is no news. */
export const withOffers = (known: Offers, heard: Iterable<readonly [string, OfferedProduct]>): Offers => {
  let offers: Map<string, OfferedProduct> | undefined
  for (const [productId, offer] of heard) {
    const before = (offers ?? known).get(productId)
    if (before && before.name === offer.name && isSameMoney(before.unitPrice, offer.unitPrice)) continue
    offers ??= new Map(known)
    offers.set(productId, offer)
  }
  return offers ?? known
}

/** What the catalogue asked when a shopper did these things, which was just now. */
export const offersIn = (events: readonly RecordedCartEvent[], known: Offers): [string, OfferedProduct][] =>
  events.flatMap((event): [string, OfferedProduct][] => {
    if (event.metadata.actor.kind !== 'guest' && event.metadata.actor.kind !== 'customer') return []
    if (event.type === 'ItemAdded') {
      const { productId, productName: name, unitPrice } = event.data
      return [[productId, { name, unitPrice }]]
    }
    if (event.type !== 'ItemRepriced') return []
    const { productId, newPrice: unitPrice } = event.data
    return [[productId, { name: known.get(productId)?.name ?? productId, unitPrice }]]
  })

/** What a refusal tells of the catalogue. */
export const offersOf = (rejection: Rejection, known: Offers): [string, OfferedProduct][] => {
  const at = (productId: string, unitPrice: OfferedProduct['unitPrice']): [string, OfferedProduct] => [
    productId,
    { name: known.get(productId)?.name ?? productId, unitPrice },
  ]
  if (rejection.type === 'PriceChanged') return [at(rejection.productId, rejection.actual)]
  if (rejection.type !== 'SeenChanged') return []
  return (rejection.repriced ?? []).map(({ productId, newPrice }) => at(productId, newPrice))
}
