import { Argument, program } from 'commander'
import { listSubscriptions, type SubscriptionState } from '../lib/kit/server/subscriptions/list-subscriptions'
import { errorText } from '../lib/kit/server/subscriptions/park'
import { listParked } from '../lib/kit/server/subscriptions/parked-events'
import { pauseSubscription, resumeSubscription } from '../lib/kit/server/subscriptions/pause'
import { retryAll } from '../lib/kit/server/subscriptions/retry-all'
import { followerNames, followersOver } from '../lib/shop/server/followers'
import { withShop } from '../lib/shop/server/with-shop'
import { number, positionOr, print, runProgram, shown } from './console'

const name = () => new Argument('<name>', 'the subscription').choices(followerNames)

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

const position = positionOr('Give it a position, as `parked` tells them.')

const outcomes = { resolved: 'is handled', notParked: 'is not parked', failed: 'failed again' }

program
  .command('retry')
  .description('tries again what one has parked: the event at a position, or all of them')
  .addArgument(name())
  .argument('[position]', 'of the event, as `parked` tells it', position)
  .action((name: string, only?: number) =>
    withShop(async (shop) => {
      const follower = followersOver(shop.store).find((each) => each.name === name)
      if (!follower) throw new Error(`Nothing follows the log as ${name}`)
      let tried = 0
      for await (const { position, result } of retryAll(shop, follower, only)) {
        tried++
        print(`Position ${position} ${outcomes[result.type]}`)
        if (result.type === 'failed') {
          print(errorText(result.error))
          process.exitCode = 1
        }
      }
      if (tried === 0) print('Nothing is parked')
    }),
  )

await runProgram()
