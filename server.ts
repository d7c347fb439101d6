import { readConfig } from './lib/server/config'
import { start } from './lib/server/start'

const dev = process.argv.includes('--dev')

try {
  const server = await start({ config: readConfig(), dev })
  const stop = () => void server.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`Hindsight could not start: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
