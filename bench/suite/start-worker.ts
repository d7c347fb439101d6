import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StorePlace } from './store'
import type { StoreName } from './stores'
import type { Work } from './worker'

const program = fileURLToPath(new URL('worker.ts', import.meta.url))

type Message =
  | { readonly type: 'answered'; readonly stream: string; readonly ids: readonly string[] }
  | { readonly type: 'done'; readonly result: unknown }

type ResultOf<Task extends keyof Work> = Awaited<ReturnType<Work[Task]>>

export interface Worker {
  readonly ask: <Task extends keyof Work>(
    task: Task,
    input?: Parameters<Work[Task]>[0],
  ) => Promise<ResultOf<Task>>
  /** `kill -9` */
  readonly kill: () => Promise<void>
}

/** A process of a store's own. What its writers were answered is told as it comes. */
export const startWorker = (
  name: StoreName,
  place: StorePlace,
  onAnswered: (stream: string, ids: readonly string[]) => void = () => undefined,
): Worker => {
  const child = fork(program, [JSON.stringify({ name, place })], {
    // What a peer uses of a driver that is deprecated is none of ours.
    execArgv: [...process.execArgv, '--no-deprecation'],
  })
  child.on('message', (message: Message) => {
    if (message.type === 'answered') onAnswered(message.stream, message.ids)
  })
  return {
    ask: <Task extends keyof Work>(task: Task, input?: Parameters<Work[Task]>[0]) => {
      child.send({ task, input })
      return answerOf(child, `${name}: ${task}`) as Promise<ResultOf<Task>>
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const answerOf = (child: ChildProcess, what: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const settle = (work: () => void) => {
      child.off('message', take).off('exit', left)
      work()
    }
    const take = (message: Message) => {
      if (message.type === 'done') settle(() => resolve(message.result))
    }
    const left = (code: number | null) =>
      settle(() => reject(new Error(`${what}: the process left with ${code}`)))
    child.on('message', take).once('exit', left)
  })
