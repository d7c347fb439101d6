import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { followLog } from '../../kit/server/engine/follow-log'
import { createAdmission } from '../../kit/server/http/admission/admission'
import { boundConnections } from '../../kit/server/http/admission/connections'
import { asVisitor } from '../../kit/server/http/admission/visitor-scope'
import { clientAddress } from '../../kit/server/http/client-address'
import { createDrain } from '../../kit/server/http/drain'
import { onceARequest } from '../../kit/server/http/once-a-request'
import { withPagesForNobody } from '../../kit/server/http/pages-for-nobody'
import { isApi } from '../../kit/server/http/refuse-early'
import { refuseUpgrade } from '../../kit/server/http/refuse-upgrade'
import { trustedProxies } from '../../kit/server/http/trusted-proxies'
import { startLive } from '../../kit/server/live/live'
import { startPresence } from '../../kit/server/live/presence'
import { createLog } from '../../kit/server/log'
import { withOutagePages } from '../../kit/server/outage/answer-outages'
import { outagePage } from '../../kit/server/outage/outage-page'
import { findPageFonts } from '../../kit/server/outage/page-fonts'
import { createReadiness } from '../../kit/server/outage/readiness'
import { seedCatalogue } from '../product/server/seed'
import { announce } from './announce'
import { createIdentify } from './auth/identify'
import { ensureOperator } from './auth/operator'
import { type Config, reachableHost } from './config'
import { createContext } from './context'
import { followersOver } from './followers'
import { startHousekeeping } from './housekeeping/housekeeping'
import { refuseBadAction } from './http/refuse-action'
import { createShopApi } from './http/shop-api'
import { openDatabase } from './open-database'
import { shareContext } from './shared-context'

export interface RunningServer {
  readonly url: string
  /** Says that it is leaving, and goes on answering until the others know, or there is no more patience. */
  readonly leave: (patience: Promise<void>) => Promise<void>
  readonly stop: () => Promise<void>
}

interface StartOptions {
  readonly config: Config
  readonly dev: boolean
}

/** Starts everything in order; what it gives stops everything in reverse. */
export const start = async ({ config, dev }: StartOptions): Promise<RunningServer> => {
  const log = createLog(config.logLevel)
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) {
      await step().catch((error) => log.error({ err: error }, 'A part did not stop well'))
    }
  }

  try {
    const database = await openDatabase(config, log)
    undo.push(database.close)
    const context = await createContext(config, database, log)
    undo.push(context.close)
    const { prisma, store, engine, catalogue } = context

    await seedCatalogue(context.commands, prisma)

    const readiness = createReadiness(context)
    const served = { ...context, readiness }
    shareContext(served)
    const findCaller = onceARequest(context.people.find)
    const answerApi = createShopApi({ ...served, identify: createIdentify(findCaller) })

    const http = createServer()
    const drain = createDrain(http)
    const app = next({ dev, hostname: config.host, port: config.port, httpServer: http })
    await app.prepare()
    undo.push(() => app.close())
    const toPages = app.getRequestHandler()
    const pages = withPagesForNobody({
      paths: ['/'],
      edition: catalogue.edition,
      handle: toPages,
    })
    const handle = withOutagePages(readiness, outagePage(findPageFonts('.next')), dev ? toPages : pages)
    const { limits } = config
    const proxies = trustedProxies(config.trustedProxies)
    boundConnections(http, limits.connectionsPerAddress, proxies)
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
    http.on('upgrade', refuseUpgrade(dev ? ['/socket.io/', '/_next/'] : ['/socket.io/']))

    const presence = startPresence({ pool: context.pool, connection: database.pool, log })
    undo.push(presence.stop)
    const live = startLive({
      http,
      store,
      types: context.types,
      access: context.access,
      identify: context.identify,
      presence,
      limits: limits.sockets,
      addressOf,
      log,
    })
    context.people.onChange(live.recheck)
    const followed = await followLog({
      engine,
      pool: context.pool,
      connection: database.pool,
      subscriptions: followersOver(store),
      onEvents: (events) => {
        catalogue.hear(events)
        live.publish(events)
      },
      log,
    })
    undo.push(followed.stop)
    await catalogue.beFollowing()
    const housekeeping = startHousekeeping({
      ...context,
      leases: followed.leases,
      guestDays: limits.guestDays,
    })
    undo.push(housekeeping.stop)
    for (const type of context.types.all) {
      context.snapshots.renew(type).catch((error) => {
        log.warn({ err: error }, 'Older snapshots could not be renewed; slow loads ask for them again')
      })
    }

    const url = await listenOn(http, config)
    undo.push(drain.close)
    undo.push(live.close)
    const leave = async (patience: Promise<void>) => {
      readiness.leave()
      drain.sendElsewhere()
      await Promise.race([sleep(config.drainMs), patience])
    }
    const operator = await ensureOperator(context.auth, prisma)
    announce({ url, operator, databaseKind: database.kind })
    return { url, leave, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const listenOn = async (http: Server, { host, port }: Config): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, resolve)
  })
  return `http://${reachableHost(host)}:${(http.address() as AddressInfo).port}`
}
