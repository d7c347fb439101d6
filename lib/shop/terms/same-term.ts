/** Do two terms say the same? What is left out and what is undefined are alike. */
export const sameTerm = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) =>
    sameTerm((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  )
}
