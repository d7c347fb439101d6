import type { IncomingHttpHeaders } from 'node:http'

/** Of a request's headers those that are named, by the names they are given here. */
export const readHeaders = (sent: IncomingHttpHeaders, names: readonly string[]): Record<string, string> => {
  const read: Record<string, string> = {}
  for (const name of names) {
    const value = sent[name.toLowerCase()]
    if (typeof value === 'string') read[name] = value.trim()
  }
  return read
}
