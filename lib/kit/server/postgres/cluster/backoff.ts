const FIRST_MS = 100
const LAST_MS = 5_000

/** How long to wait before the try after `failures` failed ones, in milliseconds. `dice` (0 to 1) keeps nodes apart. */
export const backoffMs = (failures: number, dice: number): number =>
  Math.min(FIRST_MS * 2 ** failures, LAST_MS) * (0.5 + dice / 2)
