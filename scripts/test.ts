import { findBrowser } from './browser'
import { type Check, npx, runChecks, succeeds } from './checks'
import { ensureBuilt, ensureGenerated } from './prepare'

const checks: readonly Check[] = [
  { name: 'prisma client', run: () => succeeds(ensureGenerated) },
  { name: 'types', run: () => npx('next', 'typegen') && npx('tsc', '--noEmit') },
  { name: 'lint', run: () => npx('biome', 'check', '--error-on-warnings', '.') },
  { name: 'unit and Postgres tests', run: () => npx('vitest', 'run') },
  { name: 'build', run: () => succeeds(ensureBuilt) },
  {
    name: 'browser tests',
    run: () =>
      succeeds(() => {
        process.env.CHROMIUM = findBrowser()
      }) && npx('playwright', 'test'),
  },
]

process.env.NEXT_TELEMETRY_DISABLED ??= '1'

runChecks(checks)
