import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Cluster } from './cluster'
import { readIfThere } from './files'

/** The port this cluster listened on last time; Postgres notes its own command line. */
export const lastPort = async ({ dir }: Cluster): Promise<number | undefined> => {
  const options = await readIfThere(join(dir, 'postmaster.opts'))
  const port = options?.match(/"-p" "(\d+)"/)?.[1]
  return port ? Number(port) : undefined
}

/** A port nobody listens on right now. */
export const freePort = (): Promise<number> => {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
