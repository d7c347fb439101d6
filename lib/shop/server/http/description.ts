import { openApiDocument } from '../../../kit/server/http/openapi'
import { apiEndpoints } from '../../wire/api-endpoints'
import { apiSchemas } from '../../wire/api-schemas'
import { describedOnce } from './described-once'

const info = {
  title: 'Hindsight',
  version: '1',
  description: 'Carts, their events and their past. Errors are problem documents (RFC 9457) with a `code`.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/** The API's description. */
export const apiDescription = describedOnce((sessionCookie) =>
  openApiDocument({ info, endpoints: apiEndpoints, schemas: apiSchemas, sessionCookie }),
)
