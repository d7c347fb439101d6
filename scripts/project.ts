import { Argument, InvalidArgumentError, program } from 'commander'
import { runOnce, type TableRows } from '../lib/kit/server/projections/run-once'
import { projectionNamed, projectionNames } from '../lib/shop/server/projections'
import { withShop } from '../lib/shop/server/with-shop'
import { runProgram } from './console'
import { createStopper } from './stopper'

interface Options {
  readonly from: number
  readonly to: number
  readonly type?: string[]
  readonly limit: number
  readonly json?: true
}

const wholeNumber = (text: string): number => {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

const ask = (name: string, { from, to, type, limit }: Options, signal: AbortSignal): Promise<TableRows[]> =>
  withShop((shop) => {
    const filter = type && { types: type }
    return runOnce(shop, projectionNamed(name), { after: from, upTo: to, filter, limit }, signal)
  })

const print = ({ table, rows, total }: TableRows): void => {
  process.stdout.write(`${table}: ${total.toLocaleString('en')} rows\n`)
  if (rows.length > 0) console.table(rows)
  if (rows.length < total) process.stdout.write(`The first ${rows.length}; --limit shows more\n`)
}

program
  .name('npm run project --')
  .description('What a read model would make of a part of the log. Nothing is changed.')
  .addArgument(new Argument('<name>', 'the read model').choices(projectionNames))
  .option('--from <position>', 'only events after this position', wholeNumber, 0)
  .option('--to <position>', 'only events up to this position', wholeNumber, Number.MAX_SAFE_INTEGER)
  .option('--type <types...>', 'only events of these types')
  .option('--limit <rows>', 'how many rows of each table at most', wholeNumber, 50)
  .option('--json', 'as JSON')
  .action(async (name: string, options: Options) => {
    const answer = await ask(name, options, createStopper('Stopping'))
    if (options.json) process.stdout.write(`${JSON.stringify(answer)}\n`)
    else answer.forEach(print)
  })

await runProgram("It can't be told")
