import { noRoutes } from '@/lib/kit/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noRoutes
