import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { HttpContender } from './contender'
import { peerOf } from './peer'
import type { ShopContender } from './shop'
import { startProgram } from './start-program'

const program = fileURLToPath(new URL('../peers/vendure/server.ts', import.meta.url))

/** Vendure with as many products, and as many connections to an own database of the shop's Postgres. */
export const openVendure = async (
  { products, connections }: Pick<ShopContender, 'products' | 'connections'>,
  url: string,
): Promise<HttpContender> => {
  const server = await startProgram(program, [url, String(connections), String(products.size)], {
    env: { VENDURE_DISABLE_TELEMETRY: 'true' },
  })
  const sql = new pg.Pool({ connectionString: url, max: 1 })
  const { rows } = await sql.query<{ id: number }>('SELECT id FROM product_variant ORDER BY id')
  const variants = rows.map(({ id }) => String(id))
  return {
    name: 'Vendure',
    ...peerOf(server, url, sql),
    commanders: async (clients) =>
      Array.from({ length: clients }, () => ({ kind: 'vendure', products: variants })),
    countWritten: async () =>
      (await sql.query<{ items: number }>('SELECT coalesce(sum(quantity), 0)::int AS items FROM order_line'))
        .rows[0]?.items ?? 0,
  }
}
