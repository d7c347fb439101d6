import { type AmountsAnswer, orderAmounts } from '../../amounts/order-amounts'
import type { PricingTerms } from '../../amounts/pricing-terms'
import type { OrderedLine } from '../../order/events'
import type { CartItem } from '../state'

/** By what an order is placed. */
export interface PlacingTerms extends PricingTerms {
  /** How long its items may change before it is confirmed. */
  readonly editWindowSeconds: number
}

export interface PricingDependencies {
  readonly terms: () => Promise<PlacingTerms>
  /** The categories of products, of those that are known: taxes go by them. */
  readonly categories: (productIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly now: () => Date
}

export interface PricedOrder {
  readonly at: Date
  readonly terms: PlacingTerms
  readonly lines: readonly OrderedLine[]
  readonly priced: AmountsAnswer
}

/** A cart's lines as they are ordered, and what they come to by the shop's terms of this moment. */
export const priceOrder = async (
  { terms: currentTerms, categories, now }: PricingDependencies,
  items: readonly CartItem[],
  { country, code }: { readonly country: string; readonly code?: string | undefined },
): Promise<PricedOrder> => {
  const at = now()
  const products = new Set(items.map(({ productId }) => productId))
  const [terms, categoryOf] = await Promise.all([currentTerms(), categories([...products])])
  const lines = items.map(
    ({ productId, productName, quantity, unitPrice }, nth): OrderedLine => ({
      lineId: `${nth + 1}`,
      productId,
      productName,
      ...(categoryOf.has(productId) && { category: categoryOf.get(productId) }),
      quantity,
      unitPrice,
    }),
  )
  return { at, terms, lines, priced: orderAmounts(lines, terms, { country, code, at: at.toISOString() }) }
}
