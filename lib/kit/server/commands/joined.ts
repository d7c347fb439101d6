import type { DomainEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { Decision } from '../../kernel/decider'
import type { Typed } from '../../streams/stream-type'
import type { Aggregate } from '../aggregates/aggregate'
import type { Aggregates } from '../aggregates/aggregates'
import type { Written } from '../store/event-store'

/** What a command asks of another stream, of whichever type: written with what the command itself comes to, or neither is. */
export interface Joined<Rejection> {
  readonly stream: StreamName
  readonly commandType: string
  /** Decides on what the stream is; asks the log where that has to be sure. */
  readonly decide: (
    aggregates: Aggregates,
    options: { readonly isSure: boolean },
  ) => Promise<JoinedDecision<Rejection>>
}

export interface JoinedDecision<Rejection> {
  /** The version it was decided on. */
  readonly version: number
  readonly isFresh: boolean
  readonly decision: Decision<DomainEvent, Rejection>
  /** Remembers what the stream came to. */
  readonly advance: (written: Written) => void
}

interface JoinRequest<Command, Refused, Rejection> {
  readonly streamId: string
  readonly command: Command
  /** The stream is most likely not there yet: a look at the log is spared, and the append finds out. */
  readonly isNew?: boolean | undefined
  /** What the command that it joins is answered where this is refused. */
  readonly refusedAs: (rejection: Refused) => Rejection
}

/** A command to another aggregate, to go with the one that is handled. */
export const joined = <State, Command extends Typed, Event extends DomainEvent, Refused, Rejection>(
  aggregate: Aggregate<State, Command, Event, Refused>,
  { streamId, command, isNew, refusedAs }: JoinRequest<Command, Refused, Rejection>,
): Joined<Rejection> => ({
  stream: { type: aggregate.streamType, id: streamId },
  commandType: command.type,
  decide: async (aggregates, { isSure }) => {
    const load = isSure ? aggregates.loadFresh : isNew ? aggregates.loadNew : aggregates.load
    const loaded = await load(aggregate, streamId)
    const decision = aggregate.decide(command, loaded.state)
    return {
      version: loaded.version,
      isFresh: loaded.isFresh,
      decision:
        decision.type === 'accepted'
          ? decision
          : { type: 'rejected', rejection: refusedAs(decision.rejection) },
      advance: (written) => {
        if (decision.type === 'accepted' && decision.events.length > 0) {
          aggregates.advance(aggregate, streamId, loaded, decision.events, written)
        }
      },
    }
  },
})
