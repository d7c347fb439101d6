const firstMs = 100
const longestMs = 5_000

/** How long to wait before the try after `failures` failed ones, in milliseconds. `dice` (0 to 1) keeps nodes apart. */
export const backoffMs = (failures: number, dice: number): number =>
  Math.min(firstMs * 2 ** failures, longestMs) * (0.5 + dice / 2)
