import { fileURLToPath } from 'node:url'
import type { EventStore } from '../../server/store/event-store'
import { iterateAll } from '../../server/store/iterate'
import { bindingEvents } from '../binding/binding'
import { startHookReceiver } from '../hook-receiver'
import { type KillOptions, type KillVerdict, killAgain } from './kill-again'
import type { ProcessAppOptions } from './process-app'

/** What the outside is asked to do. */
interface Asked {
  readonly id: string
  readonly instance: string
}

const program = fileURLToPath(new URL('./process-app.ts', import.meta.url))

/** Kills an app at random moments while its processes are under way, lets the last one come to the end, and judges what the outside saw. */
export const killProcesses = async ({
  kills,
  dice,
  onKill,
  ...database
}: KillOptions): Promise<KillVerdict> => {
  const outside = await startHookReceiver()
  /** For which instance it did something under each id; asked again it does nothing. */
  const doneOutside = () =>
    new Map(
      outside.asked.map(({ body }) => {
        const { id, instance } = JSON.parse(body) as Asked
        return [id, instance]
      }),
    )
  try {
    const { begun, bound, requested } = await killAgain<ProcessAppOptions, Found>({
      program,
      app: { ...database, outsideUrl: outside.url, writers: 2 },
      registry: bindingEvents,
      kills,
      dice,
      longestLifeMs: 1_000,
      patienceMs: 120_000,
      onKill: (nth) => onKill?.(nth, doneOutside().size),
      read,
      isOver: ({ begun, bound }) => bound.length >= begun.size,
    })
    const done = doneOutside()
    const doneFor = [...done.values()]
    const [boundOnes, doneOnes] = [new Set(bound), new Set(doneFor)]
    const faults = [
      ...[...begun].filter((id) => !boundOnes.has(id)).map((id) => `${id} was never bound`),
      ...twice(bound).map((id) => `${id} was bound twice`),
      ...twice(doneFor).map((id) => `The outside did it twice for ${id}`),
      ...[...done]
        .filter(([id, instance]) => requested.get(id) !== instance)
        .map(([id]) => `The outside was asked for ${id}, which no process asked for`),
      ...bound
        .filter((id) => !doneOnes.has(id))
        .map((id) => `${id} is bound, and the outside knows nothing of it`),
    ]
    const repeated = outside.asked.length - done.size
    return { begun: begun.size, ended: bound.length, repeated, faults }
  } finally {
    await outside.close()
  }
}

interface Found {
  readonly begun: ReadonlySet<string>
  readonly bound: readonly string[]
  /** Which instance asked under each id for its binding. */
  readonly requested: ReadonlyMap<string, string>
}

const read = async (store: EventStore): Promise<Found> => {
  const begun = new Set<string>()
  const bound: string[] = []
  const requested = new Map<string, string>()
  const types = ['NotebookClosed', 'NotebookBound', 'EffectRequested']
  for await (const event of iterateAll(store, { filter: { types } })) {
    const { id, kind } = event.data as { id: string; kind: string }
    if (event.type === 'NotebookClosed') begun.add(event.streamId)
    if (event.type === 'NotebookBound') bound.push(event.streamId)
    if (event.type === 'EffectRequested' && kind === 'binding') requested.set(id, event.streamId)
  }
  return { begun, bound, requested }
}

const twice = (ids: readonly string[]): string[] => {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}
