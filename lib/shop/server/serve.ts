import type { IncomingMessage, Server } from 'node:http'
import type { PoolConfig } from 'pg'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import { createAdmission } from '../../kit/server/http/admission/admission'
import { createHealthAnswers } from '../../kit/server/http/admission/health'
import { asVisitor } from '../../kit/server/http/admission/visitor-scope'
import { clientAddress } from '../../kit/server/http/client-address'
import { onceARequest } from '../../kit/server/http/once-a-request'
import { refuse } from '../../kit/server/http/refusal'
import { isApi, sendRefusal } from '../../kit/server/http/refuse-early'
import { refuseUpgrade } from '../../kit/server/http/refuse-upgrade'
import { trustedProxies } from '../../kit/server/http/trusted-proxies'
import { startLive } from '../../kit/server/live/live'
import { startPresence } from '../../kit/server/live/presence'
import { withOutagePages } from '../../kit/server/outage/answer-outages'
import { outagePage } from '../../kit/server/outage/outage-page'
import { findPageFonts } from '../../kit/server/outage/page-fonts'
import { createIdentify } from './auth/identify'
import type { Config } from './config'
import { refuseBadAction } from './http/refuse-action'
import { createShopApi } from './http/shop-api'
import type { OpenPages } from './pages'
import { type ServerContext, shareContext } from './shared-context'

/** What answers on a server. */
export interface Served {
  /** Takes in what the tail hands on. */
  readonly hear: (events: readonly RecordedEvent[]) => void
  /** Is called once `hear` gets every event that is new. */
  readonly beFollowing: () => Promise<void>
  /** Ends the sockets, for browsers to go elsewhere. */
  readonly hangUp: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface ServeOptions {
  readonly http: Server
  readonly context: ServerContext
  /** For connections of its own. */
  readonly connection: PoolConfig
  readonly config: Config
  readonly openPages: OpenPages
}

/** Answers people and programs: pages, the API, and sockets. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const { http, context, connection, config, openPages } = options
  const { readiness, people, catalogue, log } = context
  const { limits } = config
  shareContext(context)
  const findCaller = onceARequest(people.find)
  const answerApi = createShopApi({ ...context, identify: createIdentify(findCaller) })
  const pages = await openPages(http, config, catalogue)
  const handle = withOutagePages(readiness, outagePage(findPageFonts('.next')), pages.handle)
  const proxies = trustedProxies(config.trustedProxies)
  const addressOf = (request: IncomingMessage) => clientAddress(request, proxies)
  http.on(
    'request',
    createAdmission({
      limits,
      addressOf,
      findCaller,
      readiness,
      log,
      answer: async (request, response, { address, visitor }) => {
        // What comes after this asks here, and nowhere else, where a request comes from.
        request.headers['x-forwarded-for'] = address
        if (isApi(request.url ?? '')) return answerApi(request, response)
        if (!(await refuseBadAction(request, response)))
          await asVisitor(visitor, () => handle(request, response))
      },
    }),
  )
  http.on('upgrade', refuseUpgrade(['/socket.io/', ...pages.upgrades]))

  const presence = startPresence({ pool: context.pool, connection, log })
  const live = startLive({ ...context, http, presence, limits: limits.sockets, addressOf })
  people.onChange(live.recheck)
  return {
    hear: (events) => {
      catalogue.hear(events)
      live.publish(events)
    },
    beFollowing: catalogue.beFollowing,
    hangUp: live.close,
    stop: async () => {
      await presence.stop()
      await pages.close()
    },
  }
}

/** Says how the process is, and nothing else. */
export const serveHealth = ({ http, context }: Pick<ServeOptions, 'http' | 'context'>): Served => {
  const answerHealth = createHealthAnswers(context.readiness)
  http.on('request', (request, response) => {
    if (answerHealth(request, response)) return
    const nothingElse =
      'This process follows the log; it answers /api/health/live and /api/health/ready alone.'
    sendRefusal(request, response, refuse(404, 'NotFound', nothingElse))
  })
  http.on('upgrade', refuseUpgrade([]))
  return {
    hear: () => undefined,
    beFollowing: async () => undefined,
    hangUp: async () => undefined,
    stop: async () => undefined,
  }
}
