const codes =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P100[128]|P1017|P2024|P2028|08\w{3}|53\w{3}|57P0\d|58030|25006|25P03)$/

/** What node-postgres throws without a code. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable)/

const maxDepth = 8

export type Outage = 'NoAnswer' | 'ReadOnly' | 'NotWritable'

const outageOfCode = (code: unknown): Outage | undefined => {
  if (typeof code !== 'string' || !codes.test(code)) return undefined
  if (code === '25006') return 'ReadOnly'
  return code === '53100' || code === '58030' ? 'NotWritable' : 'NoAnswer'
}

/** Which outage made this fail: the database can't be reached, or takes no work now. Looks through the causes. */
export const outageOf = (error: unknown, depth = 0): Outage | undefined => {
  if (typeof error !== 'object' || error === null || depth === maxDepth) return undefined
  const { code, originalCode, message, cause, meta, driverAdapterError, errors } = error as Record<
    string,
    unknown
  >
  const own = outageOfCode(code) ?? outageOfCode(originalCode)
  if (own) return own
  if (typeof message === 'string' && messages.test(message)) return 'NoAnswer'
  const several = Array.isArray(errors) ? errors : []
  for (const inner of [cause, meta, driverAdapterError, ...several]) {
    const found = outageOf(inner, depth + 1)
    if (found) return found
  }
  return undefined
}

/** Did this fail because the database can't be reached, or takes no work now? */
export const isOutage = (error: unknown): boolean => outageOf(error) !== undefined
