import { causedBy } from '../../events/cause'
import type { RecordedEvent } from '../../events/recorded-event'
import { groupBy } from '../../kernel/group-by'
import type { ProcessType } from '../../processes/process-type'
import type { Sql } from '../postgres/sql'
import { errorText } from '../subscriptions/park'
import type { Subscription } from '../subscriptions/subscription'
import { isTransient } from '../subscriptions/transient'
import { enqueue } from '../work/enqueue'
import { createWaitingKeys } from '../work/waiting-keys'
import type { NewWork } from '../work/work'
import { InstanceBusy, type Instances } from './instances'
import { decidedBy, noteDecided } from './marks'
import { inputQueue } from './queues'

interface Dependencies {
  readonly sql: Sql
  readonly instances: Pick<Instances, 'take'>
  /** Inputs were put into the process's queue. */
  readonly onQueued: () => void
}

interface Input {
  readonly instance: string
  readonly event: RecordedEvent
}

type WaitingKeys = ReturnType<typeof createWaitingKeys>

/** What is known for as long as the lease is held. */
interface Session {
  readonly keys: WaitingKeys
  decidedUpTo: number
}

/** Did an instance not take its input for a reason that passes, and lies neither in it nor in the input? */
export const isPassing = (error: unknown): boolean => isTransient(error) || error instanceof InstanceBusy

/** The name under which a process follows the log. */
export const followerName = ({ streamType }: Pick<ProcessType, 'streamType'>): string =>
  `process/${streamType}`

/**
 * Gives a process what it reacts to, each instance one after another. What an instance can't take waits in the process's queue, and what
 * comes for it later goes behind; no other instance waits for it.
 */
export const processFollower = (type: ProcessType, dependencies: Dependencies): Subscription => {
  const { process } = type
  const { sql, instances, onQueued } = dependencies
  const queue = inputQueue(process)
  const begin = async () => ({
    keys: createWaitingKeys(sql, queue),
    decidedUpTo: (await decidedBy(sql, process.streamType)).upTo,
  })
  /** Others may have been at it until the lease was got. */
  const sessions = new WeakMap<AbortSignal, Session>()
  const sessionOf = async (signal: AbortSignal): Promise<Session> => {
    const session = sessions.get(signal) ?? (await begin())
    sessions.set(signal, session)
    return session
  }

  const takeAll = async (
    instance: string,
    inputs: readonly Input[],
    keys: WaitingKeys,
    signal: AbortSignal,
  ): Promise<void> => {
    for (const [nth, { event }] of inputs.entries()) {
      signal.throwIfAborted()
      try {
        const stream = { type: type.streamType, id: instance }
        await instances.take(stream, { type: 'TakeEvent', event }, causedBy(event))
      } catch (error) {
        if (isPassing(error)) throw error
        await wait(instance, inputs.slice(nth), keys, error)
        return
      }
    }
  }

  const wait = async (
    instance: string,
    inputs: readonly Input[],
    keys: WaitingKeys,
    error?: unknown,
  ): Promise<void> => {
    await keys.add(instance)
    await enqueue(
      sql,
      queue,
      inputs.map(
        ({ event }, nth): NewWork => ({
          id: event.eventId,
          key: instance,
          position: event.position,
          payload: { type: event.type },
          error: nth === 0 && error !== undefined ? errorText(error) : undefined,
        }),
      ),
    )
    onQueued()
  }

  const deliver = async (events: readonly RecordedEvent[], signal: AbortSignal): Promise<void> => {
    const session = await sessionOf(signal)
    const inputs = events.flatMap((event): Input[] => {
      const instance = event.position > session.decidedUpTo ? process.instanceOf(event) : undefined
      return instance === undefined ? [] : [{ instance, event }]
    })
    const [first, last] = [inputs[0], inputs.at(-1)]
    if (!first || !last) return
    const waiting = await session.keys.among(inputs.map(({ instance }) => instance))
    const taking = [...groupBy(inputs, ({ instance }) => instance)].map(([instance, own]) =>
      waiting.has(instance)
        ? wait(instance, own, session.keys)
        : takeAll(instance, own, session.keys, signal),
    )
    const failed = (await Promise.allSettled(taking)).find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
    const upTo = last.event.position
    await noteDecided(sql, process.streamType, { from: first.event.position, upTo })
    session.decidedUpTo = upTo
  }

  return {
    name: followerName(process),
    startFrom: process.startFrom ?? 'now',
    filter: { types: process.inputs },
    onPoison: 'stop',
    handler: { type: 'effect', deliver },
  }
}
