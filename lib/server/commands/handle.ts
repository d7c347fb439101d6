import { type Decider, fold } from '../../kernel/decider'
import type { Actor, DomainEvent, RecordedEvent } from '../../protocol/recorded-event'
import type { AppendResult, CommandOutcome, EventStore, NewEvent, StreamName } from '../store/event-store'
import { loadStream } from '../store/load'
import type { KeyedQueue } from './keyed-queue'

export interface HandlerDependencies {
  readonly store: EventStore
  readonly queue: KeyedQueue
  readonly now: () => Date
  /** A new UUIDv7. */
  readonly newId: () => string
  /** Waits a little, at random, before the given attempt. */
  readonly backOff: (attempt: number) => Promise<void>
}

export interface HandleRequest<State, Command, Rejection> {
  readonly stream: StreamName
  readonly command: Command
  readonly actor: Actor
  /** The caller's idempotency key. */
  readonly commandId?: string | undefined
  /** The version the caller insists on. */
  readonly expectedVersion?: number | undefined
  /** May the caller see this at all? Asked before anything is told. */
  readonly guard?: (state: State) => Rejection | undefined
}

export type Handled<Event extends DomainEvent, Rejection> =
  | {
      readonly type: 'accepted'
      readonly version: number
      readonly position: number
      readonly events: readonly RecordedEvent<Event>[]
    }
  | { readonly type: 'rejected'; readonly rejection: Rejection }
  | { readonly type: 'conflict'; readonly expected: number; readonly actual: number }

const maxAttempts = 12

/**
 * Load, decide, append, and again on a conflict; the caller's own `expectedVersion` makes the conflict the
 * answer. A command id that was answered before is answered the same.
 */
export const handleCommand = <State, Command, Event extends DomainEvent, Rejection extends { type: string }>(
  dependencies: HandlerDependencies,
  decider: Decider<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Rejection>,
): Promise<Handled<Event, Rejection>> =>
  dependencies.queue(`${request.stream.type}/${request.stream.id}`, () =>
    attempt(dependencies, decider, request),
  )

const attempt = async <State, Command, Event extends DomainEvent, Rejection extends { type: string }>(
  dependencies: HandlerDependencies,
  decider: Decider<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Rejection>,
): Promise<Handled<Event, Rejection>> => {
  const { store, now, newId, backOff } = dependencies
  const { stream, command, commandId, expectedVersion } = request
  const causationId = commandId ?? newId()
  const history: RecordedEvent<Event>[] = []
  let state = decider.initial(stream.id)
  let conflict: Handled<Event, Rejection> | undefined

  const answerAgain = (outcome: CommandOutcome): Handled<Event, Rejection> => {
    if (outcome.type === 'conflict') return outcome
    if (outcome.type === 'rejected') return { type: 'rejected', rejection: outcome.rejection as Rejection }
    const { fromVersion, version, position } = outcome
    return { type: 'accepted', version, position, events: history.slice(fromVersion, version) }
  }
  const keep = async (outcome: CommandOutcome): Promise<CommandOutcome> =>
    commandId ? store.keepOutcome(stream, commandId, outcome) : outcome

  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    // 1. load (after a conflict, only what is new)
    const [news, answered] = await Promise.all([
      loadStream<Event>(store, stream, history.length + 1),
      commandId ? store.findOutcome(stream, commandId) : undefined,
    ])
    history.push(...news)
    state = fold(decider.evolve, state, news)
    const version = history.length
    const refused = request.guard?.(state)
    if (refused) return { type: 'rejected', rejection: refused }
    if (isAhead(answered, version)) continue
    if (answered) return answerAgain(answered)
    if (expectedVersion !== undefined && expectedVersion !== version) {
      const kept = await keep({ type: 'conflict', expected: expectedVersion, actual: version })
      if (isAhead(kept, version)) continue
      return answerAgain(kept)
    }

    // 2. decide
    const decision = decider.decide(command, state)
    const position = history.at(-1)?.position ?? 0
    if (decision.type === 'rejected' || decision.events.length === 0) {
      const outcome: CommandOutcome =
        decision.type === 'rejected'
          ? { type: 'rejected', rejection: decision.rejection }
          : { type: 'accepted', fromVersion: version, version, position }
      const kept = await keep(outcome)
      if (isAhead(kept, version)) continue
      return answerAgain(kept)
    }

    // 3. append
    const events = decision.events.map(
      (event): NewEvent<Event> => ({
        ...event,
        eventId: newId(),
        schemaVersion: 1,
        metadata: {
          actor: request.actor,
          correlationId: causationId,
          causationId,
          commandId: commandId ?? null,
        },
        occurredAt: now().toISOString(),
      }),
    )
    const [result] = (await store.append({ stream, expectedVersion: version, events, commandId })) as [
      AppendResult,
    ]

    // 4. answer
    if (result.type === 'written') return written(result, stream, version, events)
    if (result.type === 'conflict') {
      conflict = result
      if (expectedVersion !== undefined) continue
    }
    await backOff(attempt)
  }
  return conflict ?? { type: 'conflict', expected: history.length, actual: history.length }
}

/** Was it answered by another node with events that were not read here yet? */
const isAhead = (outcome: CommandOutcome | undefined, version: number): boolean =>
  outcome?.type === 'accepted' && outcome.version > version

/** The events as they stand in the log now; one append's positions follow one another. */
const written = <Event extends DomainEvent>(
  { version, position }: { version: number; position: number },
  stream: StreamName,
  fromVersion: number,
  events: readonly NewEvent<Event>[],
): Handled<Event, never> => ({
  type: 'accepted',
  version,
  position,
  events: events.map((event, index) => ({
    ...event,
    streamType: stream.type,
    streamId: stream.id,
    version: fromVersion + index + 1,
    position: position - events.length + index + 1,
  })),
})
