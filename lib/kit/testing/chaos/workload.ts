import { v4 as uuidv4 } from 'uuid'
import type { DomainEvent } from '../../events/recorded-event'
import type { Aggregate } from '../../server/aggregates/aggregate'
import type { Handle } from '../../server/commands/handle'
import type { Handled } from '../../server/commands/handled'
import type { Projection } from '../../server/projections/projection'
import type { Random } from '../load/random'
import type { RandomAppend } from '../load/random-appends'

/** A command on its way to a stream. */
export interface SentCommand {
  readonly streamId: string
  readonly command: { readonly type: string }
  readonly commandId: string
}

/** What an application does while it is killed again and again, and what follows its log. */
export interface Workload {
  readonly projections: readonly Projection[]
  /** What is appended past the handler; its registry is that of the log. */
  readonly written: RandomAppend
  /** A command to one of so many streams, fit or not. */
  readonly randomCommand: (random: Random, streams: number) => SentCommand
  readonly send: (handle: Handle, sent: SentCommand) => Promise<Handled<DomainEvent, object>>
}

interface Parts<State, Command, Event extends DomainEvent, Rejection> {
  readonly projections: readonly Projection[]
  readonly written: RandomAppend
  readonly aggregate: Aggregate<State, Command, Event, Rejection>
  readonly randomCommand: (random: Random) => Command
}

const actor = { kind: 'staff', id: 'chaos' } as const

/** The workload of an aggregate. */
export const workloadOf = <
  State,
  Command extends { readonly type: string },
  Event extends DomainEvent,
  Rejection extends { readonly type: string },
>({
  projections,
  written,
  aggregate,
  randomCommand,
}: Parts<State, Command, Event, Rejection>): Workload => ({
  projections,
  written,
  randomCommand: (random, streams) => ({
    streamId: `stream-${random.below(streams)}`,
    command: randomCommand(random),
    commandId: uuidv4(),
  }),
  // What is sent was made above, or read back from where it was written down.
  send: (handle, { streamId, command, commandId }) =>
    handle(aggregate, { streamId, command: command as Command, actor, commandId }),
})
