import { noRoutes } from '@/lib/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noRoutes
