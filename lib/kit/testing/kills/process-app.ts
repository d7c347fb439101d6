import { randomUUID } from 'node:crypto'
import { openEngine } from '../../server/engine/open-engine'
import { binding } from '../binding/binding'
import { migrationsDir } from '../migrations'
import { notebook } from '../notebook/notebook'
import { shelf } from '../notebook/shelf'
import type { KilledOptions } from './kill-again'

/** Its writers fill notebooks and close them. */
export interface ProcessAppOptions extends KilledOptions {
  readonly outsideUrl: string
}

/** The program that is killed: it begins processes, and does what they ask for. */
const { outsideUrl, writers, ...database } = JSON.parse(process.argv[2] ?? '') as ProcessAppOptions
process.on('disconnect', () => process.exit())

const engine = await openEngine({
  ...database,
  migrationsDir,
  types: [notebook, shelf],
  processes: [binding],
  effects: {
    cutting: { run: async () => ({ cut: true }) },
    binding: {
      run: async ({ id, process: { id: instance } }) => {
        await fetch(outsideUrl, { method: 'POST', body: JSON.stringify({ id, instance }) })
        return { bound: true }
      },
    },
  },
})
process.send?.('ready')

const actor = { kind: 'member', id: 'ada' } as const
const fillOne = async (): Promise<void> => {
  const streamId = randomUUID()
  const send = (command: Parameters<typeof notebook.decide>[0]) =>
    engine.handle(notebook, { streamId, command, actor })
  await send({ type: 'OpenNotebook', owner: 'ada' })
  await send({ type: 'WriteNote', noteId: 'tea', title: 'On tea', lines: 2 })
  await send({ type: 'CloseNotebook', reason: 'full' })
}
const forEver = async () => {
  for (;;) await fillOne()
}
await Promise.all(Array.from({ length: writers }, forEver))
