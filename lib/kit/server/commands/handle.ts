import { beginStory, type Cause } from '../../events/cause'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import { exhaustive } from '../../kernel/exhaustive'
import type { Typed } from '../../streams/stream-type'
import type { Aggregate, Foldable } from '../aggregates/aggregate'
import type { Aggregates, Loaded } from '../aggregates/aggregates'
import type { Append, CommandOutcome, EventStore } from '../store/event-store'
import type { Fingerprint } from '../store/fingerprint'
import { newEvent } from '../store/new-event'
import { appendJoined, type JoinedResult } from './append-joined'
import type { HandleRequest } from './handle-request'
import type { Handled } from './handled'
import { judge } from './judge'
import type { KeyedQueue } from './keyed-queue'
import { told } from './told'

export interface HandlerDependencies {
  readonly store: EventStore
  readonly registry: EventRegistry
  readonly aggregates: Aggregates
  readonly queue: KeyedQueue
  readonly fingerprint: Fingerprint
  readonly now: () => Date
  /** A new UUIDv7. */
  readonly newId: () => string
  /** Waits a little, at random, before the given attempt. */
  readonly backOff: (attempt: number) => Promise<void>
}

/**
 * Handles a command for an aggregate. Whoever puts an application together may wrap it, to measure or trace each
 * command, as they may wrap the store.
 */
export type Handle = <State, Command extends Typed, Event extends DomainEvent, Rejection extends Typed>(
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Rejection, Event>,
) => Promise<Handled<Event, Rejection>>

/** The handler of one process. */
export const createHandle =
  (dependencies: HandlerDependencies): Handle =>
  (aggregate, request) =>
    handleCommand(dependencies, aggregate, request)

const maxAttempts = 12
/** When a stream has too much waiting for it. */
const crowdedRetryMs = 1_000

/**
 * Load, decide, append, and again on a conflict; the caller's own `expectedVersion` makes the conflict the
 * answer. A command id that was answered before is answered the same; one that stood for something else is `reused`. What it takes
 * along to other streams is written with it or not at all, and is decided again with it.
 */
export const handleCommand = async <
  State,
  Command extends Typed,
  Event extends DomainEvent,
  Rejection extends Typed,
>(
  dependencies: HandlerDependencies,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Rejection, Event>,
): Promise<Handled<Event, Rejection>> => {
  const unseen = await whyUnseen(dependencies, aggregate, request)
  if (unseen) return { type: 'rejected', rejection: unseen }
  return dependencies.queue(
    `${aggregate.streamType}/${request.streamId}`,
    () => attempt(dependencies, aggregate, request),
    (): Handled<Event, Rejection> => ({ type: 'overloaded', retryAfterMs: crowdedRetryMs }),
  )
}

/** Turns away before the queue whom the guard turns away: strangers never stand before those whom the stream is for. */
const whyUnseen = async <State, Event, Rejection>(
  { aggregates }: Pick<HandlerDependencies, 'aggregates'>,
  aggregate: Foldable<State, Event>,
  { streamId, guard }: Pick<HandleRequest<State, never, Rejection>, 'streamId' | 'guard'>,
): Promise<Rejection | undefined> => guard?.((await aggregates.load(aggregate, streamId)).state)

const attempt = async <State, Command extends Typed, Event extends DomainEvent, Rejection extends Typed>(
  dependencies: HandlerDependencies,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Rejection, Event>,
): Promise<Handled<Event, Rejection>> => {
  const { store, aggregates, backOff } = dependencies
  const { streamId, command, commandId, expectedVersion } = request
  const stream = { type: aggregate.streamType, id: streamId }
  const fingerprint = commandId ? dependencies.fingerprint(request.payload ?? command) : undefined
  const cause = request.cause ?? beginStory(commandId ?? dependencies.newId())
  let conflict: Handled<Event, Rejection> | undefined
  let fresh = false

  /** Answers what appended nothing, and keeps the answer for whoever sends the command again. */
  const keep = async (outcome: CommandOutcome): Promise<Handled<Event, Rejection>> => {
    if (!commandId) return told(store, stream, outcome)
    const spent = await request.spendAnswer?.()
    if (spent?.type === 'over') return { type: 'overloaded', retryAfterMs: spent.retryAfterMs }
    return told(store, stream, await store.keepOutcome(stream, commandId, outcome, fingerprint))
  }

  for (let attempt = 1; attempt <= maxAttempts; ) {
    // 1. load
    const load = fresh ? aggregates.loadFresh : request.isNew ? aggregates.loadNew : aggregates.load
    const loaded = await load(aggregate, streamId)
    const plan = await judge(aggregate, loaded, request)

    // 2. what appends nothing is decided on what the log has now
    if (plan.type !== 'append') {
      if (!loaded.isFresh) {
        fresh = true
        continue
      }
      return plan.type === 'unseen' ? { type: 'rejected', rejection: plan.rejection } : keep(plan.outcome)
    }

    // 3. append
    const events = plan.events.map((event) => envelop(dependencies, request, cause, event, command.type))
    const append = { stream, expectedVersion: loaded.version, events, commandId, fingerprint }
    const result = await write(dependencies, request, { append, plan, loaded, cause, isSure: fresh })

    // 4. answer
    switch (result.type) {
      case 'written':
        aggregates.advance(aggregate, streamId, loaded, plan.events, result)
        return { ...result, type: 'accepted', events: result.events as readonly RecordedEvent<Event>[] }
      case 'duplicate':
        return told(store, stream, result.outcome)
      case 'reused':
      case 'overloaded':
        return result
      case 'rejected':
        if (loaded.isFresh && result.isFresh) {
          return keep({ type: 'rejected', rejection: result.rejection })
        }
        fresh = true
        continue
      case 'archived':
        // Only what is closed is archived: the state it was decided on was an old one.
        if (loaded.isFresh && request.archived) return { type: 'rejected', rejection: request.archived }
        if (loaded.isFresh) {
          // What the command says may be personal, and errors are logged.
          throw new Error(`The archived stream ${stream.type}/${stream.id} accepted ${command.type}`)
        }
        fresh = true
        continue
      case 'movedOn':
        conflict = { type: 'overloaded', retryAfterMs: crowdedRetryMs }
        break
      case 'conflict':
        conflict = { type: 'conflict', expected: loaded.version, actual: result.actual }
        break
      default:
        exhaustive(result)
    }
    fresh = true
    if (expectedVersion === undefined || result.type === 'movedOn') await backOff(attempt)
    attempt++
  }
  return conflict as Handled<Event, Rejection>
}

interface Decided<State, Event> {
  readonly append: Append
  readonly plan: { readonly events: readonly Event[] }
  readonly loaded: Loaded<State>
  readonly cause: Cause
  readonly isSure: boolean
}

/** Appends what was decided, with all that goes with it. */
const write = async <State, Command extends Typed, Event extends DomainEvent, Rejection extends Typed>(
  dependencies: HandlerDependencies,
  request: HandleRequest<State, Command, Rejection, Event>,
  { append, plan, loaded, cause, isSure }: Decided<State, Event>,
): Promise<JoinedResult<Rejection>> => {
  const join = await request.join?.(plan.events, loaded.state)
  if (join?.type === 'rejected') return { ...join, isFresh: loaded.isFresh }
  if (!join || join.others.length === 0) return dependencies.store.append(append)
  return appendJoined(dependencies, {
    append,
    others: join.others,
    isSure,
    envelop: (event, commandType) => envelop(dependencies, request, cause, event, commandType),
    retryAfterMs: crowdedRetryMs,
  })
}

const envelop = <Event extends DomainEvent>(
  { newId, now, registry }: HandlerDependencies,
  { actor, commandId }: Pick<HandleRequest<never, never, never>, 'actor' | 'commandId'>,
  cause: Cause,
  event: Event,
  commandType: string,
) =>
  newEvent(registry, event, {
    eventId: newId(),
    occurredAt: now().toISOString(),
    actor,
    cause,
    command: { type: commandType, id: commandId },
  })
