import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { HttpContender } from './contender'
import { peerOf } from './peer'
import type { ShopContender } from './shop'
import { startProgram } from './start-program'

const program = fileURLToPath(new URL('../peers/express-server.ts', import.meta.url))

/** Emmett behind Express, with as many connections to an own database of the shop's Postgres. */
export const openExpress = async (
  { products, connections }: Pick<ShopContender, 'products' | 'connections'>,
  url: string,
): Promise<HttpContender> => {
  const args = [
    '--url',
    url,
    '--connections',
    String(connections),
    '--products',
    JSON.stringify([...products]),
  ]
  const server = await startProgram(program, args)
  const sql = new pg.Pool({ connectionString: url, max: 1 })
  return {
    name: 'emmett + Express',
    ...peerOf(server, url, sql),
    commanders: async (clients) =>
      Array.from({ length: clients }, () => ({
        kind: 'cartFiller',
        path: '/carts',
        headers: {},
        products: [...products.keys()],
      })),
    countWritten: async () =>
      (await sql.query<{ rows: number }>('SELECT count(*)::int AS rows FROM emt_messages')).rows[0]?.rows ??
      0,
  }
}
