import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser'
import { ensureBuilt, ensureGenerated } from './prepare'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Check {
  readonly name: string
  readonly run: () => boolean
}

const npx = (...args: string[]): boolean =>
  spawnSync('npx', ['--no-install', ...args], { cwd: root, stdio: 'inherit' }).status === 0

const succeeds = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

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

const results = checks.map(({ name, run }) => {
  process.stdout.write(`\n— ${name}\n`)
  const began = performance.now()
  const passed = run()
  return { name, passed, seconds: Math.round((performance.now() - began) / 1000) }
})

process.stdout.write('\n')
for (const { name, passed, seconds } of results) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`)
}
const failed = results.filter((result) => !result.passed).length
process.stdout.write(`\n${results.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
