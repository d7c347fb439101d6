const day = 24 * 60 * 60

export const termsPolicy = {
  /** At most so many rates of shipping, and so many of tax. */
  maxRates: 300,
  maxDiscountCodes: 1_000,
  maxSteps: 20,
  /** In parts of ten thousand. */
  maxTaxRate: 10_000,
  maxEditWindowSeconds: 7 * day,
  /** Less, and nobody could pay. */
  minPaymentWindowSeconds: 30,
  maxPaymentWindowSeconds: 30 * day,
} as const
