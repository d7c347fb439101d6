import { readConfig } from './lib/shop/server/config'
import { nextPages } from './lib/shop/server/pages'
import { rolesOf } from './lib/shop/server/roles'
import { start } from './lib/shop/server/start'

const dev = process.argv.includes('--dev')
/** After this the process leaves, whatever still hangs. */
const stopWithinMs = 9_000

const signal = (name: NodeJS.Signals) => new Promise<void>((resolve) => void process.once(name, resolve))
const told = signal('SIGTERM')
/** Who sits in front of it doesn't want to wait. */
const toldAtOnce = signal('SIGINT')

try {
  const config = readConfig()
  const server = await start({ config, roles: rolesOf(process.argv), openPages: nextPages({ dev }) })
  await Promise.race([told, toldAtOnce])
  await server.leave(toldAtOnce)
  setTimeout(() => process.exit(1), stopWithinMs)
  await server.stop()
  process.exit(0)
} catch (error) {
  process.stderr.write(`Hindsight could not start: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
