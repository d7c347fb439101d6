import { Option, program } from 'commander'
import type { ImportOptions } from '../lib/shop/server/import/run'
import { runProgram } from './console'
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
    'Imports the sales of an Online Retail file as carts, and says of each of its lines what became of it. ' +
      'Run again, it goes on and doubles nothing.',
  )
  .argument('<file>', 'FILE.csv, FILE.csv.gz, or - for standard input')
  .addOption(
    new Option('--dates <order>', 'how 1/12/2010 is meant, where the file itself does not show it').choices([
      'day-first',
      'month-first',
    ]),
  )
  .addOption(
    new Option(
      '--decimals <mark>',
      'what 1,234 has before its fraction, where the file does not show it',
    ).choices(['.', ',']),
  )
  .option('--details <file>', 'write each row that was refused, or is there otherwise, to a file of its own')
  .action(async (file: string, options: ImportOptions) => {
    ensureGenerated()
    const { runImport } = await import('../lib/shop/server/import/run')
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.exitCode = exitCodes[await runImport(file, options, stopper.signal)]
  })

await runProgram('The import failed')
process.removeListener('SIGINT', stop)
process.removeListener('SIGTERM', stop)
