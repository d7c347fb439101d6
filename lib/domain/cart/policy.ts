export const cartPolicy = {
  /** At most so many of one product in a cart. */
  maxQuantityPerProduct: 10,
  /** What an empty cart's total of zero is told in. */
  defaultCurrency: 'USD',
} as const
