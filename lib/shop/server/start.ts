import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { followLog } from '../../kit/server/engine/follow-log'
import { boundConnections } from '../../kit/server/http/admission/connections'
import { createDrain } from '../../kit/server/http/drain'
import { trustedProxies } from '../../kit/server/http/trusted-proxies'
import { createLog } from '../../kit/server/log'
import { createReadiness } from '../../kit/server/outage/readiness'
import { createRelay } from '../../kit/server/relay/relay'
import { seedCatalogue } from '../product/server/seed'
import { announce } from './announce'
import { ensureOperator } from './auth/operator'
import { type Config, reachableHost } from './config'
import { createContext } from './context'
import { followersOver } from './followers'
import { startHousekeeping } from './housekeeping/housekeeping'
import { openDatabase } from './open-database'
import type { OpenPages } from './pages'
import type { Roles } from './roles'
import { serve, serveHealth } from './serve'

export interface RunningServer {
  readonly url: string
  /** Says that it is leaving, and goes on answering until the others know, or there is no more patience. */
  readonly leave: (patience: Promise<void>) => Promise<void>
  readonly stop: () => Promise<void>
}

interface StartOptions {
  readonly config: Config
  readonly roles: Roles
  readonly openPages: OpenPages
}

/** Starts everything in order; what it gives stops everything in reverse. */
export const start = async ({ config, roles, openPages }: StartOptions): Promise<RunningServer> => {
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
    const { prisma, store, engine } = context

    await seedCatalogue(context.commands, prisma)

    const readiness = createReadiness(context)
    const http = createServer()
    const drain = createDrain(http)
    boundConnections(http, config.limits.connectionsPerAddress, trustedProxies(config.trustedProxies))
    const serving = { http, context: { ...context, readiness }, connection: database.pool, config, openPages }
    const served = roles.serves ? await serve(serving) : serveHealth(serving)
    undo.push(served.stop)

    const relay = createRelay({
      targets: roles.follows ? config.relayTargets : [],
      pool: context.pool,
      store,
      registry: engine.registry,
      now: context.commands.now,
      log,
    })
    undo.push(relay.close)
    const followed = await followLog({
      engine,
      pool: context.pool,
      connection: database.pool,
      subscriptions: roles.follows
        ? [...followersOver(store), ...context.processes.subscriptions, ...relay.subscriptions]
        : [],
      onEvents: served.hear,
      log,
    })
    undo.push(followed.stop)
    await served.beFollowing()
    if (roles.follows) {
      const { leases } = followed
      undo.push(context.mail.start(leases).stop)
      undo.push(context.processes.start(leases).stop)
      undo.push(relay.start(leases).stop)
      const housekeeping = startHousekeeping({ ...context, leases, guestDays: config.limits.guestDays })
      undo.push(housekeeping.stop)
      for (const type of context.types.all) {
        context.snapshots.renew(type).catch((error) => {
          log.warn({ err: error }, 'Older snapshots could not be renewed; slow loads ask for them again')
        })
      }
    }

    const url = await listenOn(http, config)
    undo.push(drain.close)
    undo.push(served.hangUp)
    const leave = async (patience: Promise<void>) => {
      readiness.leave()
      drain.sendElsewhere()
      await Promise.race([sleep(config.drainMs), patience])
    }
    const operator = await ensureOperator(context.auth, prisma)
    announce({
      url,
      operator,
      databaseKind: database.kind,
      serves: roles.serves,
      hasMailServer: context.mail.hasServer,
    })
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
