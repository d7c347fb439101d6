import { createHash } from 'node:crypto'

const minuteInSeconds = 60

/** A description, with headers that say whether who asks has it already. */
const describedAs = <Document extends object>(document: Document) => {
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url')
  return {
    document,
    headers: { etag: `"${hash}"`, 'cache-control': `public, max-age=${10 * minuteInSeconds}` },
  }
}

/** A description that is made once for a process, as long as what it is made for stays: it is the same until the shop is renewed. */
export const describedOnce = <Document extends object>(make: (of: string) => Document) => {
  let made:
    | { readonly of: string; readonly description: ReturnType<typeof describedAs<Document>> }
    | undefined
  return (of: string) => {
    if (made?.of !== of) made = { of, description: describedAs(make(of)) }
    return made.description
  }
}
