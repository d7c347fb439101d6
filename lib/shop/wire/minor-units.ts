const known = new Map<string, number>()

/** How many minor units a currency's major unit has: 100 cents in a dollar, 1 in a yen. */
export const minorUnits = (currency: string): number => {
  const before = known.get(currency)
  if (before !== undefined) return before
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  const units = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
  known.set(currency, units)
  return units
}
