import { program } from 'commander'
import { ensureGenerated } from './prepare'

const exitCodes = { finished: 0, unreadable: 1, stopped: 130 }

const stopper = new AbortController()
const stop = () => {
  if (stopper.signal.aborted) return
  stopper.abort()
  process.stderr.write('\nStopping after the batch under way\n')
}

program
  .name('npm run import --')
  .description(
    'Imports the sales of an Online Retail file as carts. Run again, it goes on and doubles nothing.',
  )
  .argument('<file>', 'FILE.csv or FILE.csv.gz')
  .action(async (file: string) => {
    ensureGenerated()
    const { runImport } = await import('../lib/server/import/run')
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.exitCode = exitCodes[await runImport(file, stopper.signal)]
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The import failed: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  process.removeListener('SIGINT', stop)
  process.removeListener('SIGTERM', stop)
}
