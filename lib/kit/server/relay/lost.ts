import type { KeptTarget } from './kept-target'
import type { Held } from './sender'

/**
 * After which position a target has to be sent everything again, since it has less than it was sent; undefined when it has all
 * of it. What it holds was sent in the log's order, so that it lost the end of that; and what was sent late comes in between.
 */
export const lostAfter = (
  { incarnation, sequence, late, began }: KeptTarget,
  held: Held,
): number | undefined => {
  if (incarnation === undefined) return undefined
  const isAnother = held.incarnation !== incarnation
  if (!isAnother && held.sequence >= sequence) return undefined
  const isLateLost = late !== undefined && (isAnother || held.sequence < late.sequence)
  return Math.max(began, Math.min(held.highest, isLateLost ? late.position - 1 : held.highest))
}
