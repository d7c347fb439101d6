import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Operator {
  readonly email: string
  readonly password: string
}

/** A shop of the test's own: its process, its port, its data. */
export interface ShopServer {
  readonly url: string
  /** Of the process that runs now. */
  readonly pid: () => number
  readonly dataDir: string
  /** Printed by the first start. */
  readonly operator: Operator
  /** Ends the process with a signal and says with which code it left. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** Starts it anew on the same port and data. */
  readonly restart: () => Promise<void>
  /** Lets its database answer nothing any more; gives what lets it go on. */
  readonly freezeDatabase: () => () => void
  /** Stops it and throws its data away. */
  readonly remove: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

export const environment = (dataDir: string, port = 0): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...rest } = process.env
  return { ...rest, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
}

/** Postgres first, then those it started, so that it starts no more. */
export const databaseProcesses = (dataDir: string): number[] => {
  const [pid = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const started = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' })
  return [pid, ...started.trim().split(/\s+/)].map(Number)
}

/** One of them may have left of its own by now. */
const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone.
  }
}

/** Started with what an environment says besides. */
export const startShop = async (variables: Readonly<Record<string, string>> = {}): Promise<ShopServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hindsight-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess
  let output = ''

  const launch = async () => {
    output = ''
    child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
      cwd: root,
      env: { ...environment(dataDir, port), ...variables },
    })
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk
        if (output.includes(`open at ${url}`)) resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', (code) => reject(new Error(`The shop left with ${code}:\n${output}`)))
    })
  }

  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode)
      child.once('exit', resolve)
      child.kill(signal)
    })

  await launch()
  const email = /e-mail\s+(\S+)/.exec(output)?.[1] ?? ''
  const password = /password\s+(\S+)/.exec(output)?.[1] ?? ''
  return {
    url,
    pid: () => child.pid as number,
    dataDir,
    operator: { email, password },
    stop,
    restart: launch,
    freezeDatabase: () => {
      const processes = databaseProcesses(dataDir)
      for (const pid of processes) signal(pid, 'SIGSTOP')
      return () => {
        for (const pid of processes) signal(pid, 'SIGCONT')
      }
    },
    remove: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
