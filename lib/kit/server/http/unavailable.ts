import type { UnreadableEvent } from '../../events/unreadable-event'
import { type NotReady, notReadyFor, type Readiness } from '../outage/readiness'
import { outageOf } from '../postgres/outage'
import type { IndexBehind } from '../store/index-behind'
import type { InvalidAppend } from '../store/invalid-append'
import type { InvalidRead } from '../store/invalid-read'
import type { Overloaded } from '../store/overloaded'
import type { ApiRequest } from './api-request'
import { type HttpRefusal, inAMoment, refuse, retryAfter } from './refusal'
import type { RouteContext } from './route-context'

const unavailable = ({ reason, code }: Omit<NotReady, 'ready'>): HttpRefusal =>
  refuse(503, 'Unavailable', `${reason}; ${inAMoment}`, {
    data: { reason, cause: code },
    headers: { 'retry-after': '1' },
  })

/** The refusal while commands can't be handled; undefined when they can. */
export const notReady = async (readiness: Pick<Readiness, 'check'>): Promise<HttpRefusal | undefined> => {
  const state = await readiness.check()
  return state.ready ? undefined : unavailable(state)
}

const overloaded = ({ retryAfterMs }: Overloaded): HttpRefusal =>
  refuse(503, 'Overloaded', `Too much waits to be written; ${inAMoment}`, retryAfter(retryAfterMs))

const indexBehind = ({ message, retryAfterMs }: IndexBehind): HttpRefusal =>
  refuse(503, 'IndexBehind', `${message}.`, retryAfter(retryAfterMs))

const invalid = ({ message, reason }: InvalidAppend): HttpRefusal =>
  refuse(422, 'InvalidAppend', `This can't be kept: ${message}.`, { data: { reason } })

const unaskable = ({ message, reason }: InvalidRead): HttpRefusal =>
  refuse(400, 'InvalidRead', `This can't be read: ${message}.`, { data: { reason } })

const unreadable = ({ message, reason, eventId, position }: UnreadableEvent): HttpRefusal =>
  refuse(503, 'UnreadableEvent', message, { data: { reason, eventId, position } })

/** Why is for the log: it may tell of folders and keys. */
const inColdStorage = (): HttpRefusal =>
  refuse(503, 'ArchiveUnreadable', 'This stands in cold storage, and its copy there can not be read now.', {
    headers: { 'retry-after': '60' },
  })

/** What the store throws that isn't our mistake. By name: who breaks may be of a room that isn't known here. */
const refuseByStore = (error: unknown): HttpRefusal | undefined => {
  if (!(error instanceof Error)) return undefined
  switch (error.name) {
    case 'Overloaded':
      return overloaded(error as Overloaded)
    case 'IndexBehind':
      return indexBehind(error as IndexBehind)
    case 'InvalidAppend':
      return invalid(error as InvalidAppend)
    case 'InvalidRead':
      return unaskable(error as InvalidRead)
    case 'UnreadableEvent':
      return unreadable(error as UnreadableEvent)
    case 'ArchiveUnreadable':
      return inColdStorage()
    default:
      return undefined
  }
}

/** What was thrown, told: an outage as such, anything else as our own mistake. Both are logged. */
export const refuseThrown = async (
  { log, readiness }: Pick<RouteContext, 'log' | 'readiness'>,
  { method, path }: Pick<ApiRequest, 'method' | 'path'>,
  error: unknown,
): Promise<HttpRefusal> => {
  const where = { err: error, method, path }
  const byStore = refuseByStore(error)
  if (byStore) {
    log.warn(where, 'The log could not do what a request wanted of it')
    return byStore
  }
  // What lies below us may swallow the cause, so the database is asked too.
  const outage = outageOf(error)
  const refusal = outage ? unavailable(notReadyFor(outage)) : await notReady(readiness)
  if (refusal) {
    log.warn(where, 'A request had to be refused: the database is not there')
    return refusal
  }
  log.error(where, 'A request failed')
  return refuse(500, 'Unexpected', 'Something went wrong on our side; it is in the log.')
}
