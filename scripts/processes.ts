import { Argument, program } from 'commander'
import type { Difference } from '../lib/kit/processes/check-history'
import { checkProcess } from '../lib/kit/server/processes/check-process'
import { listProcesses, type ProcessSummary } from '../lib/kit/server/processes/list-processes'
import { listParkedOf, retryParkedOf } from '../lib/kit/server/processes/parked'
import { mostCounted } from '../lib/kit/wire/api-processes'
import { withShop } from '../lib/shop/server/with-shop'
import { processNamed, processTypes } from '../lib/shop/wire/process-types'
import { number, positionOr, print, runProgram, shown } from './console'

const name = () =>
  new Argument('<name>', 'the process').choices(processTypes.map(({ streamType }) => streamType))

const sentenceOf = (summary: ProcessSummary): string => {
  const { name, status, behind, waitingInstances, waitingInputs, parked } = summary
  const place = behind === 0 ? 'up to date' : `${number(behind)} behind`
  const more = waitingInstances === mostCounted ? ' or more' : ''
  const standing = `${number(waitingInstances)}${more} wait for a time or an answer`
  const trouble = [
    waitingInstances > 0 && standing,
    waitingInputs > 0 && `${number(waitingInputs)} inputs wait`,
    parked > 0 && `${number(parked)} parked`,
  ].filter(Boolean)
  return [`${name}: ${status}, ${place}`, ...trouble].join('; ')
}

program
  .name('npm run processes --')
  .description('What acts on the log: how it stands, and what it could not do.')

program
  .command('list', { isDefault: true })
  .description('all of them')
  .action(() =>
    withShop(async ({ pool }) => {
      for (const summary of await listProcesses(pool, processTypes)) print(sentenceOf(summary))
    }),
  )

const told = (outcome: Difference['stored'] | string): string =>
  typeof outcome === 'string' ? outcome : JSON.stringify(outcome, undefined, 2)

program
  .command('check')
  .description('plays all that was decided against the rules as they are now; sends nothing')
  .addArgument(name().argOptional())
  .action((only?: string) =>
    withShop(async ({ pool, store }) => {
      const types = only === undefined ? processTypes : [processNamed(only)]
      for (const type of types) {
        const { instances, inputs, difference } = await checkProcess({ sql: pool, store }, type)
        const played = `${type.streamType}: ${number(inputs)} inputs of ${number(instances)} instances`
        if (!difference) {
          print(`${played}, all decided alike`)
          continue
        }
        const { instance, input, stored, now } = difference
        print(`${played} up to the first that would be decided otherwise:`)
        print(`${input.type} at position ${input.position}, for ${type.streamType}/${instance}`)
        print(`Stored: ${told(stored)}\nNow: ${told(now)}`)
        process.exitCode = 1
      }
    }),
  )

program
  .command('parked')
  .description(`the first ${shown} things that one could not do`)
  .addArgument(name())
  .action((name: string) =>
    withShop(async ({ pool }) => {
      const parked = await listParkedOf(pool, name, { limit: shown })
      for (const { position, what, instance, attempts, error } of parked) {
        print(`Position ${position}, ${what} of ${name}/${instance}, tried ${attempts} times\n${error}`)
      }
      if (parked.length === 0) print('Nothing is parked')
    }),
  )

const position = positionOr('Give it a position, as `parked` tells them.')

program
  .command('retry')
  .description(
    'has what one could not do tried again, by the server that runs: what stands at a position, or all of it',
  )
  .addArgument(name())
  .argument('[position]', 'as `parked` tells it', position)
  .action((name: string, only?: number) =>
    withShop(async ({ pool }) => {
      const retried = await retryParkedOf(pool, name, only)
      print(retried === 0 ? 'Nothing is parked there' : `${number(retried)} are tried again`)
    }),
  )

await runProgram()
