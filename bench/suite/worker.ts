import { inspect } from 'node:util'
import type { StorePlace } from './store'
import { type StoreName, stores } from './stores'
import { archive, type Endless, fill, follow, race, readStreams, replay, write } from './tasks'

/**
 * A process with a store: does what its parent asks, one thing after another, and answers each. It can be killed at any time,
 * and takes with it whatever its store's library does to a process.
 */
const { name, place } = JSON.parse(process.argv[2] ?? '') as { name: StoreName; place: StorePlace }
const store = await stores[name](place)
let underWay: Endless<unknown> | undefined

const work = {
  open: async () => undefined,
  write: async (options: Parameters<typeof write>[1]) => {
    underWay = write(store, options, (stream, ids) => process.send?.({ type: 'answered', stream, ids }))
  },
  follow: async () => {
    underWay = follow(store)
  },
  stop: () => underWay?.stop(),
  race: (options: Parameters<typeof race>[1]) => race(store, options),
  fill: (options: Parameters<typeof fill>[1]) => fill(store, options),
  replay: () => replay(store),
  readStreams: (streams: readonly string[]) => readStreams(store, streams),
  archive: (streams: readonly string[]) => archive(store, streams),
}

export type Work = typeof work

process.on('message', async ({ task, input }: { task: keyof Work; input: never }) => {
  try {
    process.send?.({ type: 'done', result: await work[task](input) })
  } catch (error) {
    process.stderr.write(`${name}: ${inspect(error)}\n`)
    process.exit(1)
  }
})
process.once('disconnect', () => process.exit())
