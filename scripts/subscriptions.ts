import { Argument, program } from 'commander'
import { projectionNames } from '../lib/server/projections/projections'
import { listSubscriptions, type SubscriptionState } from '../lib/server/subscriptions/list-subscriptions'
import { listParked } from '../lib/server/subscriptions/parked-events'
import { pauseSubscription, resumeSubscription } from '../lib/server/subscriptions/pause'
import { withShop } from '../lib/server/with-shop'

const shown = 20
const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const number = (value: number): string => value.toLocaleString('en')
const name = () => new Argument('<name>', 'the subscription').choices(projectionNames)

const sentenceOf = ({ name, status, position, behind, parked, error }: SubscriptionState): string => {
  const place = `at ${number(position)}, ${behind === 0 ? 'up to date' : `${number(behind)} behind`}`
  const trouble = [parked > 0 && `${number(parked)} parked`, error?.split('\n')[0]].filter(Boolean)
  return [`${name}: ${status}, ${place}`, ...trouble].join('; ')
}

program.name('npm run subscriptions --').description('Who follows the log, and how far they have come.')

program
  .command('list', { isDefault: true })
  .description('all of them')
  .action(() =>
    withShop(async ({ pool }) => {
      const found = await listSubscriptions(pool)
      for (const subscription of found) print(sentenceOf(subscription))
      if (found.length === 0) print('None has run yet')
    }),
  )

program
  .command('pause')
  .description('lets one rest, on every node')
  .addArgument(name())
  .action((name: string) =>
    withShop(async ({ pool }) =>
      print((await pauseSubscription(pool, name)) ? `${name} rests` : `${name} didn't run`),
    ),
  )

program
  .command('resume')
  .description('lets one that rests or was stopped go on; what stopped it is tried again')
  .addArgument(name())
  .action((name: string) =>
    withShop(async ({ pool }) =>
      print((await resumeSubscription(pool, name)) ? `${name} goes on` : `${name} ran already, or never did`),
    ),
  )

program
  .command('parked')
  .description(`the first ${shown} events that one could not handle`)
  .addArgument(name())
  .action((name: string) =>
    withShop(async ({ pool }) => {
      const parked = await listParked(pool, name, { limit: shown })
      for (const { position, streamType, streamId, attempts, error } of parked) {
        print(`Position ${position}, ${streamType}/${streamId}, tried ${attempts} times\n${error}`)
      }
      if (parked.length === 0) print('Nothing is parked')
    }),
  )

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`It can't be done: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
