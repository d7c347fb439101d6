import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { isAlive } from '../server/postgres/cluster/process-info'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/postgres/embedded'
import { withClient } from '../server/postgres/with-client'

/** Data directories and node processes for tests of the embedded server, and the means to leave nothing behind. */
export function createHarness() {
  const homes: string[] = []
  const nodes: ChildProcess[] = []
  const started: EmbeddedPostgres[] = []
  const module = pathToFileURL(join(import.meta.dirname, '../server/postgres/embedded.ts')).href

  return {
    /** A data directory of our own, optionally a copy of another one. Like every mktemp directory it has mode 0700. */
    async home(original?: string): Promise<string> {
      const home = await mkdtemp(join(tmpdir(), 'hindsight-embedded-'))
      homes.push(home)
      if (original && process.platform === 'linux') execFileSync('cp', ['-a', `${original}/.`, home])
      else if (original) await cp(original, home, { recursive: true })
      return home
    },

    /** Starts or joins Postgres from this process; `log` gets its lines. */
    async start(dataDir: string, log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
      const postgres = await startEmbeddedPostgres({ dataDir, log })
      started.push(postgres)
      return postgres
    },

    /** Another node process that starts Postgres and lives until its stdin gets a line. */
    async startNode(
      dataDir: string,
    ): Promise<ChildProcess & { postgres: Pick<EmbeddedPostgres, 'url' | 'adopted'> }> {
      const script = `
        import { startEmbeddedPostgres } from ${JSON.stringify(module)}
        const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
        console.log(JSON.stringify(postgres))
        process.stdin.once('data', async () => {
          await postgres.stop()
          process.exit()
        })`
      const node = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
        detached: true,
      })
      nodes.push(node)
      const [line] = await Promise.race([
        once(createInterface(node.stdout), 'line'),
        once(node, 'exit').then(() => Promise.reject(new Error('the node ended before Postgres was up'))),
      ])
      return Object.assign(node, { postgres: JSON.parse(line) })
    },

    async cleanUp(): Promise<void> {
      await Promise.all(started.splice(0).map((postgres) => postgres.stop()))
      await Promise.all(nodes.splice(0).map((node) => end(node, 'SIGKILL')))
      for (const home of homes.splice(0)) {
        await killPostgres(home, 'SIGQUIT')
        await rm(home, { recursive: true, force: true })
      }
    },
  }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

export const pidFileOf = (home: string) => join(home, 'postgres', 'postmaster.pid')

export const postmasterPid = (home: string) => Number(readFileSync(pidFileOf(home), 'utf8').split('\n')[0])

/** Ends whatever runs there, and waits until it no longer does. */
export async function killPostgres(home: string, signal: NodeJS.Signals): Promise<void> {
  if (!existsSync(pidFileOf(home))) return
  const pid = postmasterPid(home)
  if (!pid || pid === process.pid || !isRunning(pid)) return
  process.kill(pid, signal)
  await haveEnded(pid)
}

/** Waits until this process is no more; one of Postgres' own outlives the one that was killed by a moment. */
export const haveEnded = async (pid: number): Promise<void> => {
  while (isRunning(pid)) await new Promise(setImmediate)
}

/** Unlike `isAlive` no zombie passes: under some init processes they stay for a while. */
export function isRunning(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !readFileSync(stat, 'utf8').includes(') Z ')
}

/** The rows that a statement gives, asked with a connection of its own. */
export const query = (url: string, sql: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows)

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}
