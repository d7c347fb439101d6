import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { ClientPlan } from './clients'
import type { HttpContender } from './contender'
import { peerOf } from './peer'
import type { ShopContender } from './shop'
import { startProgram } from './start-program'

const cwd = fileURLToPath(new URL('../peers/medusa/', import.meta.url))
const program = join(cwd, 'server.ts')

interface Seeded {
  readonly key: string
  readonly region: string
  readonly channel: string
  readonly variants: readonly string[]
}

/** Medusa with as many products, and as many connections to an own database of the shop's Postgres. */
export const openMedusa = async (
  { products, connections }: Pick<ShopContender, 'products' | 'connections'>,
  url: string,
): Promise<HttpContender> => {
  const env = { DATABASE_URL: url, CONNECTIONS: String(connections), MEDUSA_DISABLE_TELEMETRY: '1' }
  const server = await startProgram(program, [String(products.size)], { cwd, env })
  const sql = new pg.Pool({ connectionString: url, max: 1 })
  const { rows } = await sql.query<Seeded>(
    `SELECT (SELECT token FROM api_key WHERE title = 'Benchmark') AS key,
            (SELECT id FROM region WHERE name = 'Europe') AS region,
            (SELECT id FROM sales_channel WHERE name = 'Benchmark') AS channel,
            (SELECT array_agg(id) FROM product_variant) AS variants`,
  )
  const seeded = rows[0] as Seeded
  const commander = async (): Promise<ClientPlan> => ({
    kind: 'medusa',
    key: seeded.key,
    cartId: await createCart(server.url, seeded),
    products: seeded.variants,
  })
  return {
    name: 'Medusa',
    ...peerOf(server, url, sql),
    commanders: async (clients) => {
      const plans: ClientPlan[] = []
      while (plans.length < clients) plans.push(await commander())
      return plans
    },
    countWritten: async () =>
      (
        await sql.query<{ items: number }>(
          'SELECT coalesce(sum(quantity), 0)::int AS items FROM cart_line_item',
        )
      ).rows[0]?.items ?? 0,
  }
}

const createCart = async (url: string, { key, region, channel }: Seeded): Promise<string> => {
  const response = await fetch(`${url}/store/carts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-publishable-api-key': key },
    body: JSON.stringify({ region_id: region, sales_channel_id: channel }),
  })
  if (!response.ok) throw new Error(`No cart of Medusa: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { cart: { id: string } }).cart.id
}
