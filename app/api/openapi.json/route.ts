import { apiEndpoints } from '@/lib/protocol/api-endpoints'
import { getOpenApi } from '@/lib/protocol/api-health'
import { apiSchemas } from '@/lib/protocol/api-schemas'
import { openApiDocument } from '@/lib/server/http/openapi'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getOpenApi, async () => answer(openApiDocument(apiEndpoints, apiSchemas))),
)
