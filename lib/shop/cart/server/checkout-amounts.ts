import { erased } from '../../../kit/kernel/erased'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { OrderAmounts } from '../../amounts/amounts'
import type { PricingTerms } from '../../amounts/pricing-terms'
import type { DiscountUseRejection } from '../../discount/discount'
import { storedDiscount } from '../../discount/wire/stored-discount'
import type { Catalogue } from '../../product/server/catalogue'
import type { ShopIdentity } from '../../wire/shop-identity'
import { cart } from '../cart'
import type { CartRejection } from '../decide'
import { storedCart } from '../wire/stored-cart'
import { discountUseOf } from './discount-use'
import { type PricingDependencies, priceOrder } from './price-order'
import { withOffers } from './with-offers'

export interface CheckoutAsked {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly discountCode?: string | undefined
}

export type CheckoutAmounts =
  | { readonly type: 'amounts'; readonly version: number; readonly amounts: OrderAmounts }
  | { readonly type: 'rejected'; readonly rejection: CartRejection }

interface Sources {
  readonly catalogue: Pick<Catalogue, 'offers'>
  readonly aggregates: Pick<Aggregates, 'loadFresh'>
  readonly pricing: PricingDependencies
}

/** What checking a cart out would come to, for this person and as things are now. Appends nothing. */
export const checkoutAmounts = async (
  { catalogue, aggregates, pricing }: Sources,
  { userId }: ShopIdentity,
  cartId: string,
  { country, discountCode: code }: CheckoutAsked,
): Promise<CheckoutAmounts> => {
  const { state, version } = await aggregates.loadFresh(storedCart, cartId)
  const checkout = { type: 'Checkout', paymentMethod: 'any', shippingAddress: erased } as const
  const decision = cart.decide(await withOffers(catalogue, userId, checkout, state), state)
  if (decision.type === 'rejected') return decision
  const { items } = cart.fold(state, decision.events)
  const { priced, terms } = await priceOrder(pricing, items, { country, code })
  if (priced.type === 'rejected') return priced
  const usedUp = await whyUsedUp(aggregates, terms, priced.amounts, { orderId: cartId, customerId: userId })
  return usedUp ? { type: 'rejected', rejection: usedUp } : { ...priced, version }
}

/** Was the code used as often as it may be? It is asked again when the order is placed. */
const whyUsedUp = async (
  aggregates: Pick<Aggregates, 'loadFresh'>,
  terms: PricingTerms,
  amounts: OrderAmounts,
  use: { readonly orderId: string; readonly customerId: string },
): Promise<DiscountUseRejection | undefined> => {
  const counted = discountUseOf(terms, amounts, use)
  if (!counted) return undefined
  const { state } = await aggregates.loadFresh(storedDiscount, counted.code)
  const decision = storedDiscount.decide(counted.command, state)
  return decision.type === 'rejected' ? decision.rejection : undefined
}
