import { createHash } from 'node:crypto'
import { apiEndpoints } from '../../wire/api-endpoints'
import { apiSchemas } from '../../wire/api-schemas'
import { openApiDocument } from './openapi'

const minuteInSeconds = 60

const makeDescription = (sessionCookie: string) => {
  const document = openApiDocument(apiEndpoints, apiSchemas, sessionCookie)
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url')
  return {
    document,
    headers: { etag: `"${hash}"`, 'cache-control': `public, max-age=${10 * minuteInSeconds}` },
  }
}

let made:
  | { readonly sessionCookie: string; readonly description: ReturnType<typeof makeDescription> }
  | undefined

/** The API's description, made once for a process: it is the same until the shop is renewed. */
export const apiDescription = (sessionCookie: string) => {
  if (made?.sessionCookie !== sessionCookie)
    made = { sessionCookie, description: makeDescription(sessionCookie) }
  return made.description
}
