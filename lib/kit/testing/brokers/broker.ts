import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../server/postgres/cluster/port'

/** A server that a test starts, kills, and robs of its data. */
export interface Broker {
  readonly url: string
  /** Starts it, on the same port and with what is left of its data; resolves when it answers. */
  readonly start: () => Promise<void>
  /** `kill -9` */
  readonly kill: () => Promise<void>
  /** Stops it from doing anything, until it is `thaw`ed. */
  readonly freeze: () => Promise<void>
  readonly thaw: () => void
  /** Takes its data away; it has to be killed before. */
  readonly wipe: () => Promise<void>
  /** Keeps a copy of its data, and puts that back; it has to be killed before. */
  readonly backUp: () => Promise<void>
  readonly setBack: () => Promise<void>
  /** Ends it, and leaves nothing behind. */
  readonly close: () => Promise<void>
}

interface BrokerOptions {
  readonly program: string
  readonly argumentsIn: (dir: string, port: number) => Promise<readonly string[]>
  readonly urlAt: (port: number) => string
  /** Resolves when it answers, and throws while it doesn't. */
  readonly ask: (url: string) => Promise<unknown>
}

const patienceMs = 20_000
const pollMs = 10

/** Looks until it is as it should be; benchmarks, which know no test, do so too. */
const until = async (look: () => unknown): Promise<void> => {
  for (const deadline = performance.now() + patienceMs; ; await sleep(pollMs)) {
    try {
      await look()
      return
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
  }
}

/** Makes a broker; it isn't started. */
export const createBroker = async ({ program, argumentsIn, urlAt, ask }: BrokerOptions): Promise<Broker> => {
  const dir = await mkdtemp(join(tmpdir(), 'hindsight-broker-'))
  const port = await freePort()
  const url = urlAt(port)
  let child: ChildProcess | undefined
  const killLast = () => child?.kill('SIGKILL')
  process.on('exit', killLast)

  const kill = async () => {
    const last = child
    child = undefined
    if (!last || last.exitCode !== null || last.signalCode !== null) return
    last.kill('SIGKILL')
    await once(last, 'exit')
  }
  const wipe = () => rm(dir, { recursive: true, force: true })
  const copy = `${dir}-copy`

  return {
    url,
    start: async () => {
      child = spawn(program, await argumentsIn(dir, port), { stdio: 'ignore' })
      await until(() => ask(url))
    },
    kill,
    freeze: async () => {
      child?.kill('SIGSTOP')
      await until(() => {
        const state = execFileSync('ps', ['-o', 'state=', '-p', String(child?.pid)], { encoding: 'utf8' })
        if (!state.startsWith('T')) throw new Error('It is still at work')
      })
    },
    thaw: () => void child?.kill('SIGCONT'),
    wipe,
    backUp: () => cp(dir, copy, { recursive: true }),
    setBack: async () => {
      await wipe()
      await cp(copy, dir, { recursive: true })
    },
    close: async () => {
      await kill()
      process.off('exit', killLast)
      await wipe()
      await rm(copy, { recursive: true, force: true })
    },
  }
}
