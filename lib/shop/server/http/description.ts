import { openApiDocument } from '../../../kit/server/http/openapi'
import { apiEndpoints } from '../../wire/api-endpoints'
import { apiSchemas } from '../../wire/api-schemas'
import { describedAs } from './described-as'

const info = {
  title: 'Hindsight',
  version: '1',
  description: 'Carts, their events and their past. Errors are problem documents (RFC 9457) with a `code`.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

const makeDescription = (sessionCookie: string) => {
  const document = openApiDocument({ info, endpoints: apiEndpoints, schemas: apiSchemas, sessionCookie })
  return describedAs(document)
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
