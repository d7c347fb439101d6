import { readConfig } from './lib/server/config'
import { start } from './lib/server/start'

const dev = process.argv.includes('--dev')
/** After this the process leaves, whatever still hangs. */
const stopWithinMs = 9_000

let isTold = () => {}
const told = new Promise<void>((resolve) => {
  isTold = resolve
})
process.once('SIGINT', isTold)
process.once('SIGTERM', isTold)

try {
  const server = await start({ config: readConfig(), dev })
  await told
  setTimeout(() => process.exit(1), stopWithinMs)
  await server.stop()
  process.exit(0)
} catch (error) {
  process.stderr.write(`Hindsight could not start: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
