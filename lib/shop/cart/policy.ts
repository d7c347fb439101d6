export const cartPolicy = {
  /** At most so many of one product in a cart. */
  maxQuantityPerProduct: 10,
  /** What a cart's total of zero is told in before anything was in it. */
  defaultCurrency: 'USD',
} as const
