import type { IncomingMessage, ServerResponse } from 'node:http'
import { safeHeaders } from '../safe-headers'
import { holdFailure } from './hold-failure'
import type { Readiness } from './readiness'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What answers without the database, or tells of its outages itself. */
const notPages = /^\/(_next|pictures|socket\.io|offline)(\/|$)|^\/[^/]+\.\w+$/

const headers = {
  'retry-after': '5',
  'cache-control': 'no-store',
  ...safeHeaders,
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] as string

/**
 * Sees to it that pages, and what they send, say 503 while the database is away: those that come then aren't tried, and
 * what breaks on it midway says so, too. `page` is what people see then.
 */
export const withOutagePages = (readiness: Readiness, page: string, handle: Handle): Handle => {
  const tell = ({ method }: IncomingMessage, response: ServerResponse): void => {
    const isRead = method === 'GET' || method === 'HEAD'
    // A page that sent an action reads a plain text as what went wrong.
    const type = isRead ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
    const body = isRead ? page : 'The database does not answer; try again in a moment.'
    response.writeHead(503, { ...headers, 'content-type': type }).end(method === 'HEAD' ? undefined : body)
  }

  return async (request, response) => {
    if (notPages.test(pathOf(request))) return handle(request, response)
    if (!(await readiness.canRead())) return tell(request, response)
    holdFailure(response, async () => {
      const { ready } = await readiness.check({ anew: true })
      return ready ? undefined : (instead) => tell(request, instead)
    })
    return handle(request, response)
  }
}
