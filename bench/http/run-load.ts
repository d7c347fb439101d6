import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadMessage, LoadPlan } from './load'

const program = fileURLToPath(new URL('load.ts', import.meta.url))

export type Loaded<Sample> = Omit<Extract<LoadMessage, { type: 'done' }>, 'type'> & {
  /** What there was when the measuring began, and when it ended. */
  readonly before: Sample
  readonly after: Sample
}

/** Lets clients ask from a process of their own, and takes a sample when the measuring begins and when it ends. */
export const runLoad = <Sample>(plan: LoadPlan, sample: () => Promise<Sample>): Promise<Loaded<Sample>> =>
  new Promise((resolve, reject) => {
    const child = fork(program, [JSON.stringify(plan)], { serialization: 'advanced' })
    const samples: Partial<Record<'from' | 'until', Promise<Sample>>> = {}
    const finish = async ({ tallied, answered, cpuMs }: Extract<LoadMessage, { type: 'done' }>) => {
      const [before, after] = await Promise.all([samples.from, samples.until])
      resolve({ tallied, answered, cpuMs, before: before as Sample, after: after as Sample })
    }
    child.on('message', (message: LoadMessage) => {
      if (message.type === 'done') finish(message).catch(reject)
      else samples[message.type] = sample()
    })
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The clients left with ${code}`))
    })
  })
