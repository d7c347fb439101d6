import fc from 'fast-check'
import { v4 as uuidv4 } from 'uuid'
import { expect, it } from 'vitest'
import { canonicalJson } from '../events/canonical-json'
import type { DomainEvent } from '../events/recorded-event'
import type { Aggregate } from '../server/aggregates/aggregate'
import { type HandlerDependencies, handleCommand } from '../server/commands/handle'
import type { EventStore } from '../server/store/event-store'
import { loadStream } from '../server/store/load'

interface Typed {
  readonly type: string
}

interface Versioned {
  readonly version: number
}

/** An aggregate that the laws are to hold for, with commands to give it. */
export interface Subject<
  State extends Versioned,
  Command extends Typed,
  Event extends DomainEvent,
  Rejection extends Typed,
> {
  readonly aggregate: Aggregate<State, Command, Event, Rejection>
  /** Any command, fit or not. */
  readonly command: fc.Arbitrary<Command>
  /** What a stream begins with. */
  readonly first: Command
}

type Step<Command> =
  | { readonly type: 'send'; readonly node: number; readonly command: Command }
  /** The same command id as an earlier one's, counted back. */
  | { readonly type: 'sendAgain'; readonly node: number; readonly back: number }
  /** The same command id as an earlier one's for another command, counted back. */
  | { readonly type: 'reuse'; readonly node: number; readonly back: number; readonly command: Command }
  /** A node forgets all it had in memory. */
  | { readonly type: 'restart'; readonly node: number }

const node = fc.nat(1)
const back = fc.nat(9)

const stepOf = <Command>(command: fc.Arbitrary<Command>): fc.Arbitrary<Step<Command>> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ type: fc.constant('send' as const), node, command }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('sendAgain' as const), node, back }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('reuse' as const), node, back, command }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const), node }) },
  )

/** Commands of all kinds that are to leave something in the log, and a node's death now and then. */
export const stepsOf = <Command>({
  command,
  first,
}: {
  readonly command: fc.Arbitrary<Command>
  readonly first: Command
}): fc.Arbitrary<Step<Command>[]> =>
  fc
    .array(stepOf(command), { maxLength: 40 })
    .map((all) => [{ type: 'send', node: 0, command: first }, ...all])

/** What was sent, and what it was answered. */
interface Sent<Command> {
  readonly command: Command
  readonly commandId: string
  readonly told: object
}

const actor = { kind: 'staff', id: 'laws' } as const

/** Two nodes take the steps on one stream, beside a model in memory: each answer has to be the model's. */
export const play = async <
  State extends Versioned,
  Command extends Typed,
  Event extends DomainEvent,
  Rejection extends Typed,
>(
  aggregate: Aggregate<State, Command, Event, Rejection>,
  streamId: string,
  all: readonly Step<Command>[],
  startNode: () => HandlerDependencies,
): Promise<State> => {
  const nodes = [startNode(), startNode()]
  const sent: Sent<Command>[] = []
  let model = aggregate.initial(streamId)
  const send = (to: number, { command, commandId }: Omit<Sent<Command>, 'told'>) =>
    handleCommand(nodes[to] as HandlerDependencies, aggregate, { streamId, command, actor, commandId })
  for (const each of all) {
    if (each.type === 'restart') nodes[each.node] = startNode()
    if (each.type === 'send') {
      const [{ command }, commandId] = [each, uuidv4()]
      const told = await send(each.node, { command, commandId })
      const decision = aggregate.decide(command, model)
      if (decision.type === 'rejected') expect(told).toEqual(decision)
      else {
        model = aggregate.fold(model, decision.events)
        expect(told).toMatchObject({ ...decision, version: model.version })
      }
      sent.push({ command, commandId, told })
    }
    const earlier = 'back' in each ? sent.at(-1 - each.back) : undefined
    if (earlier && each.type === 'sendAgain') expect(await send(each.node, earlier)).toEqual(earlier.told)
    if (earlier && each.type === 'reuse') {
      const isSame = canonicalJson(each.command) === canonicalJson(earlier.command)
      const told = await send(each.node, { ...earlier, command: each.command })
      expect(told).toEqual(isSame ? earlier.told : { type: 'reused' })
    }
  }
  return model
}

interface Nodes {
  readonly store: () => EventStore
  readonly startNode: () => HandlerDependencies
  readonly numRuns: number
}

/** What has to hold for any commands, whatever the store is made of and however much a node remembers. */
export const handlerLaws = <
  State extends Versioned,
  Command extends Typed,
  Event extends DomainEvent,
  Rejection extends Typed,
>(
  name: string,
  subject: Subject<State, Command, Event, Rejection>,
  { store, startNode, numRuns }: Nodes,
): void => {
  const { aggregate } = subject
  it(`${name}: for any commands, what is stored folds to what a model comes to`, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(subject), async (all) => {
        const streamId = uuidv4()
        const model = await play(aggregate, streamId, all, startNode)
        const events = await loadStream<Event>(store(), { type: aggregate.streamType, id: streamId })
        expect(aggregate.fold(aggregate.initial(streamId), events)).toEqual(model)
        expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
      }),
      { numRuns },
    )
  })
}
