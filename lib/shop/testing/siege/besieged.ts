import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

export interface Besieged {
  readonly url: string
  readonly pid: number
  readonly remove: () => Promise<void>
}

/** A shop of the siege's own: its process, its data, with the limits that a shop has where nothing is said. */
export const startBesieged = async (): Promise<Besieged> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hindsight-siege-'))
  const { DATABASE_URL: _, PUBLIC_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: root,
    env: { ...inherited, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const remove = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  let output = ''
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output = `${output}${chunk}`.slice(-10_000)
        const found = /open at (http:\/\/\S+)/.exec(output)?.[1]
        if (found) resolve(found)
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', () => reject(new Error(`The shop did not open:\n${output}`)))
    })
    return { url, pid: child.pid as number, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
