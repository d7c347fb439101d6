import type { Readiness } from '../../kit/server/outage/readiness'
import type { Context } from './context'

/** What the server hands to its API, and to the pages and actions that run in its process. */
export interface ServerContext extends Context {
  readonly readiness: Readiness
}

// Next bundles them apart from the server, so module state is not shared; the global object is.
const slot = Symbol.for('hindsight.context')
const globals = globalThis as { [slot]?: ServerContext }

export const shareContext = (context: ServerContext): void => {
  globals[slot] = context
}

/** The server's context. @throws when no server was started in this process. */
export const getContext = (): ServerContext => {
  const context = globals[slot]
  if (!context) throw new Error('No context: pages are served by server.ts, start it with `npm start`')
  return context
}
