const codes =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P100[128]|P1017|P2024|08\w{3}|53\w{3}|57P0\d|58030|25006|25P03)$/

/** What node-postgres throws without a code. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable)/

const maxDepth = 8

/** Did this fail because the database can't be reached, or takes no work now? Looks through the causes. */
export const isOutage = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth === maxDepth) return false
  const { code, originalCode, message, cause, meta, driverAdapterError, errors } = error as Record<
    string,
    unknown
  >
  if ([code, originalCode].some((value) => typeof value === 'string' && codes.test(value))) return true
  if (typeof message === 'string' && messages.test(message)) return true
  const several = Array.isArray(errors) ? errors : []
  return [cause, meta, driverAdapterError, ...several].some((inner) => isOutage(inner, depth + 1))
}
