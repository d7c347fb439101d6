import { noRoutes } from '@/lib/shop/server/http/routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noRoutes
