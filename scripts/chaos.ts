import { InvalidArgumentError, program } from 'commander'
import { print } from './console'
import { ensureGenerated } from './prepare'

const wholeNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number.')
  return number
}

const stopper = new AbortController()
const stop = () => stopper.abort()

program
  .name('npm run chaos --')
  .description(
    'Kills the app and Postgres at random moments under load, and checks that nothing acknowledged is lost.',
  )
  .option('--rounds <n>', 'how often something is killed', wholeNumber, 20)
  .option('--seed <n>', 'repeats the dice of an earlier run', wholeNumber, Date.now() % 2 ** 31)
  .action(async ({ rounds, seed }: { rounds: number; seed: number }) => {
    ensureGenerated()
    const { runShopChaos } = await import('../lib/shop/testing/chaos/shop-chaos')
    const { createLog } = await import('../lib/kit/server/log')
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    print(`Seed ${seed}, ${rounds} rounds`)
    const verdict = await runShopChaos({
      rounds,
      seed,
      log: createLog('silent'),
      onRound: (round, damage, ms) => print(`Round ${round}: killed ${damage}, at work again after ${ms} ms`),
      signal: stopper.signal,
    })
    const { faults, ...counts } = verdict
    print(JSON.stringify(counts))
    for (const fault of faults.slice(0, 20)) print(`BROKEN ${fault}`)
    print(faults.length === 0 ? 'Nothing broken' : `${faults.length} promises broken; seed ${seed}`)
    process.exitCode = faults.length === 0 ? 0 : 1
  })

await program.parseAsync()
