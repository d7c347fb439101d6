import type { DomainEvent } from '../../events/recorded-event'
import type { Aggregates } from '../aggregates/aggregates'
import type {
  Append,
  AppendResult,
  EventStore,
  NewEvent,
  TogetherResult,
  Written,
} from '../store/event-store'
import type { Joined, JoinedDecision } from './joined'
import type { KeyedQueue } from './keyed-queue'

interface Dependencies {
  readonly store: Pick<EventStore, 'appendTogether'>
  readonly aggregates: Aggregates
  readonly queue: KeyedQueue
}

interface JoinedAppend<Rejection> {
  /** What the command itself comes to. */
  readonly append: Append
  /** Each stream once, and none that the command itself is for. */
  readonly others: readonly Joined<Rejection>[]
  /** Does all have to be decided on what the log has now? */
  readonly isSure: boolean
  /** Puts an event into its envelope, under the type of the command that made it. */
  readonly envelop: (event: DomainEvent, commandType: string) => NewEvent
  /** When to try again where too many wait for the others. */
  readonly retryAfterMs: number
}

export type JoinedResult<Rejection> =
  | AppendResult
  /** One of the others refuses it. */
  | { readonly type: 'rejected'; readonly rejection: Rejection; readonly isFresh: boolean }
  /** One of the others went on meanwhile. */
  | { readonly type: 'movedOn' }

/**
 * Writes what a command comes to together with what it asks of other streams, all or nothing. Those who write to the same stream take
 * turns in this process, so that many at once don't drive each other back. A stream that nothing is written to is checked all
 * the same: what was decided on it holds at the very moment of writing.
 */
export const appendJoined = async <Rejection>(
  { store, aggregates, queue }: Dependencies,
  { append, others, isSure, envelop, retryAfterMs }: JoinedAppend<Rejection>,
): Promise<JoinedResult<Rejection>> => {
  const decideAll = () => Promise.all(others.map(({ decide }) => decide(aggregates, { isSure })))
  const write = async (decisions: readonly JoinedDecision<Rejection>[]): Promise<JoinedResult<Rejection>> => {
    const refused = firstRejected(decisions)
    if (refused) return refused
    const appends = others.map((other, nth) =>
      appendOf(other, decisions[nth] as JoinedDecision<Rejection>, envelop),
    )
    const result = await store.appendTogether({ appends: [append, ...appends] })
    if (result.type === 'written') {
      for (const [nth, { advance }] of decisions.entries()) advance(result.results[nth + 1] as Written)
    }
    return ownResult(result, others)
  }
  const decisions = await decideAll()
  // Always in the same order, so that nobody waits for who waits for them; and never in the queue of a stream's own commands.
  const keys = others
    .filter((_, nth) => isWriting(decisions[nth] as JoinedDecision<Rejection>))
    .map(({ stream }) => `joined ${stream.type}/${stream.id}`)
    .sort()
  if (keys.length === 0) return write(decisions)
  return inTurn(
    queue,
    keys,
    async () => write(await decideAll()),
    () => ({ type: 'overloaded', retryAfterMs }),
  )
}

const isWriting = <Rejection>({ decision }: JoinedDecision<Rejection>): boolean =>
  decision.type === 'accepted' && decision.events.length > 0

const inTurn = <Result>(
  queue: KeyedQueue,
  [key, ...rest]: readonly string[],
  task: () => Promise<Result>,
  full: () => Result,
): Promise<Result> => (key === undefined ? task() : queue(key, () => inTurn(queue, rest, task, full), full))

const firstRejected = <Rejection>(decisions: readonly JoinedDecision<Rejection>[]) => {
  for (const { decision, isFresh } of decisions)
    if (decision.type === 'rejected') return { ...decision, isFresh }
  return undefined
}

const appendOf = <Rejection>(
  { stream, commandType }: Joined<Rejection>,
  { version, decision }: JoinedDecision<Rejection>,
  envelop: JoinedAppend<Rejection>['envelop'],
): Append => ({
  stream,
  expectedVersion: version,
  events: decision.type === 'accepted' ? decision.events.map((event) => envelop(event, commandType)) : [],
})

/** What became of the command's own append, which was written or not as the others were. */
const ownResult = <Rejection>(
  result: TogetherResult,
  others: readonly Joined<Rejection>[],
): JoinedResult<Rejection> => {
  if (result.type === 'overloaded') return result
  if (result.type === 'outdated') throw new Error('A condition was broken that nobody set')
  const [own, ...rest] = result.results
  if (!own) throw new Error('Nothing became of an append')
  if (own.type !== 'refused') return own
  const archived = others[rest.findIndex(({ type }) => type === 'archived')]
  if (archived)
    throw new Error(`The archived stream ${archived.stream.type}/${archived.stream.id} was joined`)
  return { type: 'movedOn' }
}
