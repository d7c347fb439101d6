import type { CommandInput } from '../../wire/command-action'
import type { Standstill, Undelivered } from '../connection/undelivered'
import { TooLate, within } from '../page/within'
import type { ActionOf, AnswerTo, CommandTypes, RequestOf } from './command-types'
import {
  assignStream,
  markAccepted,
  markNextSent,
  nextStep,
  type Outbox,
  type Person,
  removeRefused,
} from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { park } from './outbox-parked'
import type { OutboxStore } from './outbox-store'

/** What sending one command takes. */
export interface DeliveryOptions<Types extends CommandTypes> {
  readonly store: OutboxStore<Types['entry']>
  readonly person: () => Person
  readonly send: ActionOf<Types>
  /** What a rejected `send` means. */
  readonly whyUndelivered: (error: unknown) => Undelivered
  /** Does the server say that it is well? */
  readonly isServerWell: () => Promise<boolean>
  /** Told of each answer before the outbox forgets the command. */
  readonly onAnswer: (entry: Types['entry'], answer: AnswerTo<Types>) => void
  /** Runs one after the other what the browser's tabs are about to send. */
  readonly oneAtATime: <Result>(run: () => Promise<Result>) => Promise<Result>
  readonly now: () => number
}

/** When a server that gives no answer is given up on for this time, in milliseconds. */
const answerMs = 20_000
/** So often the server may fail on a command, half a minute long, before it is asked whether it fails on that alone. */
const failuresToPark = 10

/** What sending came to: how long to rest before the next, or a standstill. */
export type Sent =
  | { readonly type: 'delivered' }
  | { readonly type: 'rest'; readonly ms?: number }
  | { readonly type: 'standstill'; readonly why: Standstill }

/** Sends commands, each once it is its turn among all tabs, and notes in the outbox what each came to. */
export const createDeliveries = <Types extends CommandTypes>(options: DeliveryOptions<Types>) => {
  const { store, person, now, oneAtATime } = options
  /** The command that the server failed on last, and how often in a row. */
  let failing = { commandId: '', times: 0 }

  /** The answer, or why there is none; undefined where none came in time. */
  const answerTo = async (entry: Types['entry']) => {
    try {
      return await within(answerMs, () => options.send(inputOf<Types>(entry)))
    } catch (error) {
      return error instanceof TooLate ? undefined : options.whyUndelivered(error)
    }
  }
  const deliver = async (entry: Types['entry']): Promise<Sent> => {
    const answer = await answerTo(entry)
    switch (answer?.type) {
      case 'accepted':
      case 'rejected':
        options.onAnswer(entry, answer)
        await store.change((outbox) => afterAnswer(outbox, entry, answer, options))
        return { type: 'delivered' }
      case 'signedOut':
        return { type: 'standstill', why: 'signedOut' }
      case 'standstill':
        return answer
      case 'busy':
        return { type: 'rest', ms: answer.afterMs }
      case 'refused':
        return setAside(entry)
      case 'failed':
        return afterFailing(entry)
      default:
        return { type: 'rest' }
    }
  }
  /** It waits for somebody to look at it; what comes next is sent at once. */
  const setAside = async ({ commandId }: OutboxEntry): Promise<Sent> => {
    await store.change((outbox) => park(outbox, commandId))
    return { type: 'rest', ms: 0 }
  }
  /** A server that is well but for one command fails on that one. */
  const afterFailing = async (entry: OutboxEntry): Promise<Sent> => {
    const { commandId } = entry
    failing = { commandId, times: failing.commandId === commandId ? failing.times + 1 : 1 }
    if (failing.times < failuresToPark) return { type: 'rest' }
    failing = { commandId, times: 0 }
    return (await options.isServerWell()) ? setAside(entry) : { type: 'rest' }
  }
  /** Sends the next command as the browser's database has it. */
  const sendNext = async (at: number): Promise<Sent> => {
    // Another tab may have sent it, or added to it, while this one waited for its turn.
    const outbox = await store.change((outbox) => markNextSent(outbox, person(), at, now()))
    const step = nextStep(outbox, person(), at)
    const entry = step.type === 'send' && outbox.entries.find(({ commandId }) => commandId === step.commandId)
    return entry ? deliver(entry) : { type: 'delivered' }
  }
  return {
    next: (at: number): Promise<Sent> => oneAtATime(() => sendNext(at)).catch((): Sent => ({ type: 'rest' })),
    /**
     * Sends a command that no other tab knows of yet. They have their turn when it is through; what one of them may be
     * sending just now was told of nowhere before this was asked for, so that neither has to wait for the other.
     */
    lead: (entry: Types['entry']): Promise<Sent> => {
      const sending = deliver(entry)
      oneAtATime(() => sending).catch(() => undefined)
      return sending
    },
  }
}

const inputOf = <Types extends CommandTypes>({
  commandId,
  streamId,
  request,
  expectedVersion,
  person: issuedBy,
}: Types['entry']): CommandInput<RequestOf<Types>> => ({
  commandId,
  streamId,
  request,
  expectedVersion,
  issuedBy,
})

/** The outbox as an answer leaves it. */
const afterAnswer = <Types extends CommandTypes>(
  outbox: Outbox<Types['entry']>,
  entry: Types['entry'],
  answer: AnswerTo<Types>,
  { person, now }: Pick<DeliveryOptions<Types>, 'person' | 'now'>,
): Outbox<Types['entry']> => {
  const { commandId, streamId } = entry
  if (answer.type === 'rejected') return removeRefused(outbox, entry)
  const known = markAccepted(outbox, commandId, answer, now())
  return streamId === null ? assignStream(known, person(), answer.streamId) : known
}
