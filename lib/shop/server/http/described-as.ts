import { createHash } from 'node:crypto'

const minuteInSeconds = 60

/** A description, with headers that say whether who asks has it already. */
export const describedAs = <Document extends object>(document: Document) => {
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url')
  return {
    document,
    headers: { etag: `"${hash}"`, 'cache-control': `public, max-age=${10 * minuteInSeconds}` },
  }
}
