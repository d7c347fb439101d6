import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Check {
  readonly name: string
  readonly run: () => boolean
}

/** Runs a tool of the project's own packages, and says whether it succeeded. */
export const npx = (...args: string[]): boolean =>
  spawnSync('npx', ['--no-install', ...args], { cwd: root, stdio: 'inherit' }).status === 0

/** Runs a script of package.json. */
export const npmRun = (...args: string[]): boolean =>
  spawnSync('npm', ['run', '--silent', ...args], { cwd: root, stdio: 'inherit' }).status === 0

export const succeeds = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

/** Runs all checks, whatever becomes of each, says which failed, and leaves with 0 when none did. */
export const runChecks = (checks: readonly Check[]): never => {
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
}
