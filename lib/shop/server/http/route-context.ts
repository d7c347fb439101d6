import type { ServerContext } from '../shared-context'

/** What the routes need to know of the server before they do their own work. */
export type RouteContext = Pick<ServerContext, 'identify' | 'readiness' | 'log'>
