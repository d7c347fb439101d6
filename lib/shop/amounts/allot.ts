/** `amount * part / whole` to the nearest whole unit, halves up; exact however large the product gets. */
export const share = (amount: number, part: number, whole: number): number => {
  if (whole === 0) return 0
  const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)]
  return Number((2n * a * p + w) / (2n * w))
}

/**
 * Allots whole units by weight, by the largest remainder: each part gets what falls to it rounded down, and the units that
 * are left go to those that lost most by that. Among equals the part of higher rank goes first, then the one that stands
 * first. A part that weighs nothing gets nothing.
 */
export const allot = (
  amount: number,
  weights: readonly number[],
  ranks: readonly number[] = [],
): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map(() => 0)
  const shares = weights.map((weight, place) => {
    const product = BigInt(amount) * BigInt(weight)
    return { place, units: Number(product / whole), remainder: product % whole, rank: ranks[place] ?? 0 }
  })
  const left = amount - shares.reduce((sum, { units }) => sum + units, 0)
  const parts = shares.map(({ units }) => units)
  const byRemainder = [...shares].sort((one, other) => {
    if (one.remainder !== other.remainder) return one.remainder > other.remainder ? -1 : 1
    return other.rank - one.rank || one.place - other.place
  })
  for (const { place, units } of byRemainder.slice(0, left)) parts[place] = units + 1
  return parts
}
