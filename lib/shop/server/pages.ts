import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import { withPagesForNobody } from '../../kit/server/http/pages-for-nobody'
import type { Catalogue } from '../product/server/catalogue'
import type { Config } from './config'

/** What answers what isn't the API's. */
export interface Pages {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The paths of its own sockets. */
  readonly upgrades: readonly string[]
  readonly close: () => Promise<void>
}

export type OpenPages = (
  http: Server,
  config: Pick<Config, 'host' | 'port'>,
  catalogue: Pick<Catalogue, 'edition'>,
) => Promise<Pages>

/** The pages of `app/`, built beforehand, or with hot reload. */
export const nextPages =
  ({ dev }: { dev: boolean }): OpenPages =>
  async (http, { host, port }, { edition }) => {
    const app = next({ dev, hostname: host, port, httpServer: http })
    await app.prepare()
    const handle = app.getRequestHandler()
    return {
      handle: dev ? handle : withPagesForNobody({ paths: ['/'], edition, handle }),
      upgrades: dev ? ['/_next/'] : [],
      close: () => app.close(),
    }
  }
