import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidArgumentError, program } from 'commander'
import { type Check, npmRun, npx, root, runChecks, succeeds } from './checks'
import { ensureBuilt, ensureGenerated } from './prepare'

const count = (text: string): number => {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 1 to 9999.')
}

/** The tests that make their input up: another one each time they run. */
const inventiveTests = (): string[] =>
  ['lib', 'components']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /\bfc\.(assert|check)\(/.test(readFileSync(join(root, file), 'utf8')))

const times = (often: number, run: () => boolean): boolean =>
  Array.from({ length: often }, run).every((passed) => passed)

program
  .name('npm run drill --')
  .description(
    'What the tests do in short, at length: kills, floods, and laws tried on made-up input again and again. About three hours.',
  )
  .option('--rounds <n>', 'how often something is killed', count, 60)
  .option('--laws <n>', 'how often each law is tried anew', count, 5)
  .option('--kills <n>', 'how often an app is killed while processes are under way', count, 1_000)
  .action(({ rounds, laws, kills }: { rounds: number; laws: number; kills: number }) => {
    const checks: readonly Check[] = [
      { name: 'prisma client and build', run: () => succeeds(ensureGenerated) && succeeds(ensureBuilt) },
      { name: `${rounds} kills under load`, run: () => npmRun('chaos', '--', '--rounds', String(rounds)) },
      {
        name: `${kills} kills while processes are under way`,
        run: () => npmRun('kills', '--', '--kills', String(kills)),
      },
      {
        name: `${kills} kills while orders are paid, shipped and cancelled`,
        run: () => npmRun('kills', '--', '--what', 'orders', '--kills', String(kills)),
      },
      { name: 'siege', run: () => npmRun('siege') },
      {
        name: 'relay: brokers away for 20 seconds, kills at random moments',
        run: () => {
          process.env.RELAY_DRILL = 'whole'
          return npx('vitest', 'run', 'lib/kit/server/relay/outages.pg.test.ts')
        },
      },
      {
        name: `laws and fuzz, ${laws} times`,
        run: () => times(laws, () => npx('vitest', 'run', '--reporter=dot', ...inventiveTests())),
      },
    ]
    runChecks(checks)
  })

program.parse()
