import type { Cause } from '../../events/cause'
import type { Actor, RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { ProcessRequest } from '../../processes/process-events'
import type { ProcessState } from '../../processes/process-state'
import type { ProcessType } from '../../processes/process-type'
import type { TakeInput } from '../../processes/turn'
import type { Aggregates } from '../aggregates/aggregates'
import type { Handle } from '../commands/handle'

/** The actor under whose name a process of a type does what it does. */
export type ActorOf = (streamType: string) => Actor

interface Dependencies {
  readonly handle: Handle
  readonly aggregates: Aggregates
  readonly types: readonly ProcessType[]
  readonly actorOf: ActorOf
  /** Hears of what was appended to an instance. */
  readonly onAppended: (events: readonly RecordedEvent[]) => void
}

/** Too much waits for an instance, or it was in everybody's way: it is tried again, and nobody's fault. */
export class InstanceBusy extends Error {
  override name = 'InstanceBusy'
}

/** The instances of processes: what each waits for, and how it takes an input. */
export const createInstances = ({ handle, aggregates, types, actorOf, onAppended }: Dependencies) => {
  const byName = new Map(types.map((type) => [type.streamType, type]))
  const typeOf = ({ type }: StreamName): ProcessType => {
    const found = byName.get(type)
    if (!found) throw new Error(`There is no process of the name ${type}`)
    return found
  }

  /** What an instance waits for under an id, as the log has it where this process doesn't know of it. */
  const requestOf = async (stream: StreamName, id: string): Promise<ProcessRequest | undefined> => {
    const find = ({ waitsFor }: ProcessState<unknown>) => waitsFor.find(({ data }) => data.id === id)
    const type = typeOf(stream)
    const { state, isFresh } = await aggregates.load(type, stream.id)
    const found = find(state)
    return found || isFresh ? found : find((await aggregates.loadFresh(type, stream.id)).state)
  }

  /** Lets an instance react; all that comes of it stands in the log then. */
  const take = async (stream: StreamName, input: TakeInput, cause: Cause): Promise<void> => {
    const handled = await handle(typeOf(stream), {
      streamId: stream.id,
      command: input,
      actor: actorOf(stream.type),
      cause,
      // What begins a stream mostly begins an instance, too.
      isNew: input.type === 'TakeEvent' && input.event.version === 1,
    })
    if (handled.type !== 'accepted') throw new InstanceBusy(`${stream.type}/${stream.id}: ${handled.type}`)
    if (handled.events.length > 0) onAppended(handled.events as readonly RecordedEvent[])
  }

  return { requestOf, take }
}

export type Instances = ReturnType<typeof createInstances>
