import { halt } from '../server/postgres/cluster/halt'
import { join } from '../server/postgres/cluster/join'
import { ownerUrl } from '../server/postgres/cluster/url'

/** What makes Postgres quick and forgetful. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }

/** A Postgres for what need not survive, such as tests. `url` is that of its maintenance database. */
export async function startDisposablePostgres(
  dataDir: string,
): Promise<{ url: string; destroy(): Promise<void> }> {
  const joined = await join(dataDir, FORGETFUL)
  return {
    url: ownerUrl(joined.port, joined.password, 'postgres'),
    async destroy() {
      await joined.client.end()
      await halt(joined, 'immediate')
    },
  }
}
