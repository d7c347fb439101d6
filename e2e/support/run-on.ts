import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { environment } from './shop-server'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs one of the project's programs on a shop's data, open or not; gives what it prints. Rejects when it fails. */
export const runOn = async (
  dataDir: string,
  program: string,
  ...args: readonly string[]
): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    env: environment(dataDir),
  })
  return stdout.trim()
}

/** A new API key of a shop. */
export const createKey = (dataDir: string, role: 'staff' | 'shopper'): Promise<string> =>
  runOn(dataDir, 'scripts/key-create.ts', '--role', role)
