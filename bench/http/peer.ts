import type { Pool } from 'pg'
import type { HttpContender } from './contender'
import type { Program } from './start-program'

/** What all peers are alike in: each is a program with a database of its own, asked over `sql`, and nothing follows what it writes. */
export const peerOf = (
  { url, pid, stop }: Program,
  databaseUrl: string,
  sql: Pool,
): Pick<HttpContender, 'url' | 'pid' | 'database' | 'settled' | 'close'> => ({
  url,
  pid,
  database: new URL(databaseUrl).pathname.slice(1),
  settled: async () => undefined,
  close: async () => {
    await stop()
    await sql.end()
  },
})
