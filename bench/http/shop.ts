import pg from 'pg'
import { environment, startShop } from '../../e2e/support/shop-server'
import { createLog } from '../../lib/kit/server/log'
import { withClient } from '../../lib/kit/server/postgres/with-client'
import { createServiceKey } from '../../lib/shop/server/auth/api-key'
import { readConfig } from '../../lib/shop/server/config'
import { createContext } from '../../lib/shop/server/context'
import { openDatabase } from '../../lib/shop/server/open-database'
import { askApi } from '../../lib/shop/testing/started-shop'
import { readModelsSettled } from '../settled'
import { commandsPerCart } from './client'
import type { ClientPlan } from './clients'
import type { HttpContender } from './contender'
import { enableCounts } from './postgres-counts'

/** All clients come from one address here, which one address never does: what it may take is as much as all may. */
const limits = {
  REQUESTS_AT_ONCE_PER_ADDRESS: '1000',
  REQUESTS_WAITING_PER_ADDRESS: '1000',
  REQUESTS_PER_ADDRESS: '1000000',
  COMMANDS_PER_PERSON: '1000000',
}

const productCount = 20

export interface ShopContender extends HttpContender {
  readonly products: ReadonlyMap<string, unknown>
  /** Of the Postgres that the shop brought, as its owner. */
  readonly ownerUrl: string
  readonly dataDir: string
  readonly connections: number
  /** Those who look at carts that were filled, each at its own. */
  readonly cartReaders: (clients: number) => Promise<readonly ClientPlan[]>
  readonly readers: (clients: number, path: string) => readonly ClientPlan[]
}

/** The built shop with a Postgres of its own that counts statements, and with keys for its clients. */
export const openShop = async (clients: number): Promise<ShopContender> => {
  const shop = await startShop(limits)
  const log = createLog('error')
  const config = readConfig(environment(shop.dataDir))
  const open = () => openDatabase(config, log)

  const first = await open()
  await withClient(first.ownerUrl, enableCounts)
  await first.close()
  await shop.stop()
  await shop.restart()

  const database = await open()
  const sql = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  await sql.query('CREATE EXTENSION pg_stat_statements')
  const context = await createContext(config, database, log)
  const keys: string[] = []
  while (keys.length < clients)
    keys.push(await createServiceKey(context.auth, { role: 'shopper', name: 'client' }))
  await context.close()
  const products = await productsOf(shop.url)

  const commandersOf = (key: string): ClientPlan => ({
    kind: 'cartFiller',
    path: '/api/carts',
    headers: { Authorization: `Bearer ${key}` },
    products: [...products.keys()],
  })
  return {
    name: 'Hindsight',
    url: shop.url,
    pid: shop.pid(),
    database: new URL(database.ownerUrl).pathname.slice(1),
    ownerUrl: database.ownerUrl,
    dataDir: shop.dataDir,
    connections: database.pool.max ?? 0,
    products,
    commanders: async (count) => keys.slice(0, count).map(commandersOf),
    cartReaders: (count) =>
      Promise.all(
        keys.slice(0, count).map(async (key): Promise<ClientPlan> => {
          const path = `/api/carts/${await filledCart(shop.url, key, [...products.keys()])}`
          return { kind: 'reader', path, headers: { Authorization: `Bearer ${key}` } }
        }),
      ),
    readers: (count, path) => Array.from({ length: count }, () => ({ kind: 'reader', path, headers: {} })),
    countWritten: async () =>
      // What processes make of carts isn't theirs.
      (
        await sql.query<{ rows: number }>(
          "SELECT count(*)::int AS rows FROM events WHERE stream_type = 'cart'",
        )
      ).rows[0]?.rows ?? 0,
    settled: () => readModelsSettled(sql),
    close: async () => {
      await sql.end()
      await database.close()
      await shop.remove()
    },
  }
}

/** What the catalogue says of the first few. */
const productsOf = async (url: string): Promise<ReadonlyMap<string, unknown>> => {
  const response = await fetch(`${url}/api/products?limit=${productCount}`)
  const { products } = (await response.json()) as { products: readonly { productId: string }[] }
  if (products.length < productCount) throw new Error(`Only ${products.length} products: ${response.status}`)
  return new Map(products.map((product) => [product.productId, product]))
}

const filledCart = async (url: string, key: string, products: readonly string[]): Promise<string> => {
  const { cartId } = await askApi<{ cartId: string }>({ url }, key, '/api/carts', {})
  for (let given = 1; given < commandsPerCart; given++) {
    const productId = products[given % products.length]
    await askApi({ url }, key, `/api/carts/${cartId}/commands`, { type: 'AddItem', productId, quantity: 1 })
  }
  return cartId
}
