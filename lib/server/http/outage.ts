const codes =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P100[128]|P1017|P2024|08\w{3}|53\w{3}|57P0\d|25006)$/

const maxDepth = 8

/** Did this fail because the database can't be reached, or takes no work now? Looks through the causes. */
export const isOutage = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth === maxDepth) return false
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>
  if ([code, originalCode].some((value) => typeof value === 'string' && codes.test(value))) return true
  return [cause, meta, driverAdapterError].some((inner) => isOutage(inner, depth + 1))
}
