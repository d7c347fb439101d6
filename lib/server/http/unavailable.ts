import type { Readiness } from '../readiness'
import { isOutage } from './outage'
import { type Refusal, refuse } from './refusal'
import type { RouteContext } from './route-context'

const unavailable = (reason: string): Refusal => {
  const detail = `${reason}; try again in a moment. What has a commandId can safely be sent again.`
  return refuse(503, 'Unavailable', detail, { data: { reason }, headers: { 'retry-after': '1' } })
}

/** The refusal while commands can't be handled; undefined when they can. */
export const notReady = async (readiness: Readiness): Promise<Refusal | undefined> => {
  const state = await readiness.check()
  return state.ready ? undefined : unavailable(state.reason)
}

/** What was thrown, told: an outage as such, anything else as our own mistake. Both are logged. */
export const refuseThrown = async (
  { log, readiness }: RouteContext,
  request: Request,
  error: unknown,
): Promise<Refusal> => {
  const where = { err: error, method: request.method, path: new URL(request.url).pathname }
  // What lies below us may swallow the cause, so the database is asked too.
  const refusal = isOutage(error) ? unavailable('The database does not answer') : await notReady(readiness)
  if (refusal) {
    log.warn(where, 'A request had to be refused: the database is not there')
    return refusal
  }
  log.error(where, 'A request failed')
  return refuse(500, 'Unexpected', 'Something went wrong on our side; it is in the log.')
}
