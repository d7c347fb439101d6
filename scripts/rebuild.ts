import { Argument, InvalidArgumentError, program } from 'commander'
import { showProgress } from '../lib/kit/server/progress'
import { type Rebuilt, rebuild } from '../lib/kit/server/projections/rebuild'
import { eventIndexSubscription, rebuildEventIndex } from '../lib/kit/server/subscriptions/event-index'
import { watchShop, yieldProcessors } from '../lib/shop/server/import/shop-watch'
import { projectionNamed, projectionNames } from '../lib/shop/server/projections'
import { withShop } from '../lib/shop/server/with-shop'
import { createStopper } from './stopper'

const exitCodes = { rebuilt: 0, failed: 1, underWay: 2, stopped: 130 }

const upToSixteen = (text: string): number => {
  const partitions = Number(text)
  if (Number.isInteger(partitions) && partitions >= 1 && partitions <= 16) return partitions
  throw new InvalidArgumentError('It must be a whole number from 1 to 16.')
}

const rebuildNamed = (name: string, partitions: number, signal: AbortSignal): Promise<Rebuilt> =>
  withShop(async (shop) => {
    const head = await shop.store.headPosition()
    const reached = new Map<number, number>()
    let events = 0
    const hideProgress = showProgress(`Rebuilding ${name}`, head, () => ({
      value: [...reached.values()].reduce((sum, position) => sum + position / partitions, 0),
      done: events,
    }))
    const watch = await watchShop({ ...shop, onOpen: yieldProcessors })
    const options = {
      partitions,
      givesWay: watch.isOpen,
      signal,
      onProgress: (progress: { events: number; nth: number; position: number }) => {
        reached.set(progress.nth, Math.min(progress.position, head))
        events += progress.events
      },
    }
    return rebuild(shop, projectionNamed(name), options).finally(() => {
      watch.stop()
      hideProgress()
    })
  })

/** It isn't swapped: what is read meanwhile stays, and what it lacks is put in. */
const rebuildIndex = (signal: AbortSignal): Promise<Rebuilt> =>
  withShop(async ({ pool, store }) => {
    const head = await store.headPosition()
    let position = 0
    const measure = () => ({ value: position, done: position })
    const hideProgress = showProgress(`Rebuilding ${eventIndexSubscription.name}`, head, measure)
    const onProgress = (reached: number) => {
      position = reached
    }
    await rebuildEventIndex(pool, head, onProgress, signal).finally(hideProgress)
    return { type: 'rebuilt', position: head }
  })

program
  .name('npm run rebuild --')
  .description('Builds a read model anew from the log, beside the one in use, and puts it in its place.')
  .addArgument(
    new Argument('<name>', 'the read model').choices([eventIndexSubscription.name, ...projectionNames]),
  )
  .option('--partitions <n>', 'how many work at it side by side', upToSixteen, 1)
  .action(async (name: string, { partitions }: { partitions: number }) => {
    const signal = createStopper('Stopping; the one in use stays')
    try {
      const rebuilt = await (name === eventIndexSubscription.name
        ? rebuildIndex(signal)
        : rebuildNamed(name, partitions, signal))
      process.exitCode = exitCodes[rebuilt.type]
      process.stdout.write(
        rebuilt.type === 'rebuilt'
          ? `${name} is built anew, up to position ${rebuilt.position.toLocaleString('en')}\n`
          : `${name} is being rebuilt already: wait until that is done, or stop it\n`,
      )
    } catch (error) {
      if (!signal.aborted) throw error
      process.exitCode = exitCodes.stopped
    }
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The rebuild failed: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = exitCodes.failed
}
