import { exhaustive } from '../../kernel/exhaustive'
import type { CommandRequested, CommandResult, EffectRequested } from '../../processes/process-events'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { Handle } from '../commands/handle'
import type { EffectKinds } from './effects'
import { type ActorOf, InstanceBusy, type Instances } from './instances'
import type { RequestRef } from './requests'

interface Dependencies {
  readonly instances: Instances
  readonly handle: Handle
  /** The streams that processes may send commands to. */
  readonly types: Pick<StoredStreamTypes, 'get'>
  readonly effects: EffectKinds
  readonly actorOf: ActorOf
  readonly now: () => Date
}

export type Perform = (ref: RequestRef, signal: AbortSignal) => Promise<void>

/**
 * Does what a process asked for and takes the answer back to it, unless it was answered before. Whoever asks for the same thing
 * meanwhile waits for it.
 */
export const createPerformer = (dependencies: Dependencies): Perform => {
  const underWay = new Map<string, Promise<void>>()
  return (ref, signal) => {
    const begun = underWay.get(ref.id)
    if (begun) return begun
    const performing = perform(dependencies, ref, signal).finally(() => underWay.delete(ref.id))
    underWay.set(ref.id, performing)
    return performing
  }
}

const perform = async (dependencies: Dependencies, ref: RequestRef, signal: AbortSignal): Promise<void> => {
  const { instances, now } = dependencies
  const { id, stream, cause } = ref
  const request = await instances.requestOf(stream, id)
  if (!request) return
  const at = () => now().toISOString()
  switch (request.type) {
    case 'TimerSet': {
      // Whoever looked at another clock was told that it is due.
      const firedAt = [at(), request.data.dueAt].sort()[1] as string
      return instances.take(stream, { type: 'FireTimer', id, at: firedAt }, cause)
    }
    case 'CommandRequested': {
      const answer = await send(dependencies, request, ref)
      return instances.take(stream, { type: 'TakeAnswer', id, answer, at: at() }, cause)
    }
    case 'EffectRequested': {
      const answer = await run(dependencies, request, ref, signal)
      return instances.take(stream, { type: 'FinishEffect', id, answer, at: at() }, cause)
    }
    default:
      return exhaustive(request)
  }
}

const send = async (
  { handle, types, actorOf }: Dependencies,
  { data }: CommandRequested,
  { id, stream, cause }: RequestRef,
): Promise<CommandResult> => {
  const handled = await handle(types.get(data.stream.type), {
    streamId: data.stream.id,
    command: data.command,
    actor: actorOf(stream.type),
    commandId: id,
    cause,
  })
  switch (handled.type) {
    case 'accepted':
      return { type: 'accepted', version: handled.version, position: handled.position }
    case 'rejected':
      return { type: 'rejected', rejection: handled.rejection }
    case 'reused':
      return { type: 'rejected', rejection: { type: 'CommandIdReused' } }
    case 'conflict':
    case 'overloaded':
      throw new InstanceBusy(`${data.stream.type}/${data.stream.id}: ${handled.type}`)
    default:
      return exhaustive(handled)
  }
}

const run = (
  { effects }: Dependencies,
  { data }: EffectRequested,
  { id, stream, cause }: RequestRef,
  signal: AbortSignal,
): Promise<object> => {
  const kind = Object.hasOwn(effects, data.kind) ? effects[data.kind] : undefined
  if (!kind) throw new Error(`Nobody does effects of the kind ${data.kind}`)
  return kind.run({ id, payload: data.payload, process: stream, cause }, signal)
}
