import { isSameMoney } from '../../money'
import type { RecordedCartEvent } from '../../wire/recorded-shop-events'
import type { OfferedProduct, Offers } from '../commands'
import type { CartItem } from '../state'
import type { CartRefusal } from '../wire/cart-answers'

export const noOffers: Offers = new Map()

/** What the catalogue asks for a product; undefined where all that is known is that what was known is so no more. */
export type Heard = readonly [productId: string, offer: OfferedProduct | undefined]

/** What is known of the catalogue with what was heard of it last; the very same where that is no news. */
export const withOffers = (known: Offers, heard: Iterable<Heard>): Offers => {
  let offers: Map<string, OfferedProduct> | undefined
  for (const [productId, offer] of heard) {
    const before = (offers ?? known).get(productId)
    if (before === offer) continue
    if (before && offer && isSameOffer(before, offer)) continue
    offers ??= new Map(known)
    if (offer) offers.set(productId, offer)
    else offers.delete(productId)
  }
  return offers ?? known
}

const isSameOffer = (one: OfferedProduct, other: OfferedProduct): boolean =>
  one.name === other.name &&
  isSameMoney(one.unitPrice, other.unitPrice) &&
  (one.isWithdrawn ?? false) === (other.isWithdrawn ?? false)

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

/**
 * What a refusal tells of the catalogue, and of the cart's lines as they are known here: those that the refusal doesn't
 * name would be closed at their own prices.
 */
export const offersOf = (rejection: CartRefusal, known: Offers, lines: readonly CartItem[]): Heard[] => {
  const at = (productId: string, unitPrice: OfferedProduct['unitPrice']): [string, OfferedProduct] => [
    productId,
    { name: known.get(productId)?.name ?? productId, unitPrice },
  ]
  if (rejection.type === 'PriceChanged') return [at(rejection.productId, rejection.actual)]
  if (rejection.type !== 'SeenChanged') return []
  const { repriced = [], withdrawn = [] } = rejection
  const named = new Set([...repriced, ...withdrawn].map(({ productId }) => productId))
  const asTheyAre = lines.filter(({ productId }) => !named.has(productId))
  const gone = lines.filter((line) => withdrawn.some(({ productId }) => productId === line.productId))
  return [
    ...asTheyAre.map(({ productId, productName: name, unitPrice }): Heard => {
      const isAtOnePrice = asTheyAre.filter((line) => line.productId === productId).length === 1
      return [productId, isAtOnePrice ? { name, unitPrice } : undefined]
    }),
    ...repriced.map(({ productId, newPrice }) => at(productId, newPrice)),
    ...gone.map(
      ({ productId, productName: name, unitPrice }): Heard => [
        productId,
        { name, unitPrice, isWithdrawn: true },
      ],
    ),
  ]
}
