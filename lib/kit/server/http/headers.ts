import type { IncomingHttpHeaders } from 'node:http'

/** Of a request's headers those that are named, by the names they are given here; undefined where none was sent. */
export const readHeaders = (
  sent: IncomingHttpHeaders,
  names: readonly string[],
): Record<string, string> | undefined => {
  let read: Record<string, string> | undefined
  for (const name of names) {
    const value = sent[name.toLowerCase()]
    if (typeof value === 'string') read = { ...read, [name]: value.trim() }
  }
  return read
}
