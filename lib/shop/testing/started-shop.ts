import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../kit/server/log'
import { createServiceKey } from '../server/auth/api-key'
import { type Config, readConfig } from '../server/config'
import { createContext } from '../server/context'
import { type Database, openDatabase } from '../server/open-database'
import type { OpenPages } from '../server/pages'
import type { Roles } from '../server/roles'
import { type RunningServer, start } from '../server/start'

export interface ShopGround {
  readonly config: Config
  readonly database: Database
  readonly createKey: (role: 'shopper' | 'staff') => Promise<string>
  /** Starts a process's parts on it: all of the shop but its pages. */
  readonly start: (roles?: Roles) => Promise<RunningServer>
  /** Stops what runs, and removes all of it. */
  readonly remove: () => Promise<void>
}

const noPages: OpenPages = async () => ({
  handle: async (_, response) => void response.writeHead(404).end(),
  upgrades: [],
  close: async () => undefined,
})

/** A database of the test's own, with a Postgres of its own that flushes as one in operation does. */
export const openShopGround = async (env: Readonly<Record<string, string>> = {}): Promise<ShopGround> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-shop-'))
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ...env,
  })
  const log = createLog('silent')
  const database = await openDatabase(config, log)
  const running: RunningServer[] = []
  return {
    config,
    database,
    createKey: async (role) => {
      const context = await createContext(config, database, log)
      try {
        return await createServiceKey(context.auth, { role, name: role })
      } finally {
        await context.close()
      }
    },
    start: async (roles = { serves: true, follows: true }) => {
      const server = await start({ config, roles, openPages: noPages })
      running.push(server)
      return server
    },
    remove: async () => {
      for (const server of running.splice(0).reverse()) await server.stop()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asks a shop's API, and gives what it answered. @throws where it refuses */
export const askApi = async <Answer>(
  { url }: Pick<RunningServer, 'url'>,
  key: string,
  path: string,
  body?: object,
): Promise<Answer> => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const response = await fetch(`${url}${path}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
