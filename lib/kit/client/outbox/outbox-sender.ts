import type { Answered, CommandAction, CommandInput } from '../../wire/command-action'
import type { Standstill, Undelivered } from '../connection/undelivered'
import { pauseMs } from '../page/pauses'
import { TooLate, within } from '../page/within'
import type { CommandTypes, RequestOf } from './command-types'
import {
  assignStream,
  enqueue,
  enqueueSent,
  type Issued,
  type Merge,
  markAccepted,
  markNextSent,
  mayGoFirst,
  nextStep,
  type Outbox,
  type Person,
  removeRefused,
} from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { park } from './outbox-parked'
import type { OutboxStore } from './outbox-store'

/** The server action that an outbox's commands are sent to. */
export type ActionOf<Types extends CommandTypes> = CommandAction<
  RequestOf<Types>,
  Types['event'],
  Types['rejection']
>

/** What such an action answered. */
export type AnswerTo<Types extends CommandTypes> = Answered<Types['event'], Types['rejection']>

export interface SenderOptions<Types extends CommandTypes = CommandTypes> {
  readonly store: OutboxStore<Types['entry']>
  readonly merge: Merge<Types['entry']>
  readonly person: () => Person
  readonly send: ActionOf<Types>
  /** What a rejected `send` means. */
  readonly whyUndelivered: (error: unknown) => Undelivered
  /** Does the server say that it is well? */
  readonly isServerWell: () => Promise<boolean>
  /** Told why nothing more is sent; undefined when it goes on. */
  readonly onStandstill: (why: Standstill | undefined) => void
  /** Told of each answer before the outbox forgets the command. */
  readonly onAnswer: (entry: Types['entry'], answer: AnswerTo<Types>) => void
  /** Runs one after the other what the browser's tabs are about to send. */
  readonly oneAtATime: <Result>(run: () => Promise<Result>) => Promise<Result>
  readonly isOnline: () => boolean
  readonly now: () => number
}

export interface Sender<Entry extends OutboxEntry = OutboxEntry> {
  /**
   * Takes a command in. Where nothing stands before it it goes out at once, while it is written down.
   */
  readonly issue: (issued: Issued<Entry>) => void
  /** Looks again at once: there is something new, or the network is back. Nothing comes of it at a standstill. */
  readonly wake: () => void
  /** Looks again at a standstill, too: somebody may have signed in, or asks for it. */
  readonly again: () => void
  /** Sends what waits without waiting for more: the page may be going. */
  readonly hurry: () => void
}

/** When a server that gives no answer is given up on for this time, in milliseconds. */
const answerMs = 20_000
const longestPauseMs = 4_000
/** So often the server may fail on a command, half a minute long, before it is asked whether it fails on that alone. */
const failuresToPark = 10

/** What sending came to: how long to rest before the next, or a standstill. */
type Sent =
  | { readonly type: 'delivered' }
  | { readonly type: 'rest'; readonly ms?: number }
  | { readonly type: 'standstill'; readonly why: Standstill }

/**
 * Sends what waits, again and again until there is an answer, and sleeps when nothing does. An outage is waited for; a
 * server that doesn't know the page or its person any more isn't asked again on its own, nor one that fails on a command.
 */
export const createSender = <Types extends CommandTypes>(
  options: SenderOptions<Types>,
): Sender<Types['entry']> => {
  const { store, merge, isOnline, now, onStandstill } = options
  let isRunning = false
  let isHurried = false
  let standstill: Standstill | undefined
  let told: Standstill | undefined
  let failures = 0
  let stopWaiting = () => {}
  const deliveries = createDeliveries(options)

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      stopWaiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const stand = (why: Standstill | undefined): void => {
    standstill = why
    if (why === told) return
    told = why
    onStandstill(why)
  }

  /** How often it is tried in vain is the measure of how long it rests. */
  const afterTrying = async (sent: Sent): Promise<void> => {
    if (sent.type === 'standstill') stand(sent.why)
    else if (sent.type === 'delivered') {
      stand(undefined)
      failures = 0
    } else await pause(sent.ms ?? Math.min(pauseMs(failures++, 250), longestPauseMs))
  }

  const run = async (first?: Promise<Sent>) => {
    if (first) await afterTrying(await first)
    while (standstill === undefined) {
      const at = isHurried ? Number.POSITIVE_INFINITY : now()
      const step = nextStep(store.get(), options.person(), at)
      if (step.type === 'idle') {
        stand(undefined)
        return
      }
      if (step.type === 'wait') await pause(step.ms)
      else if (!isOnline()) await pause(longestPauseMs)
      else await afterTrying(await deliveries.next(at))
    }
  }

  const start = (first?: Promise<Sent>) => {
    if (isRunning) return
    isRunning = true
    void run(first).finally(() => {
      isRunning = false
      isHurried = false
    })
  }
  const wake = () => {
    stopWaiting()
    if (standstill === undefined) start()
  }
  const again = () => {
    standstill = undefined
    wake()
  }
  return {
    issue: (more) => {
      const { entry } = more
      const at = now()
      const isReady = !isRunning && isOnline() && store.isWritten() && standstill === undefined
      const isFirst = isReady && mayGoFirst(store.get(), entry, options.person(), at)
      if (isFirst) start(deliveries.lead(entry))
      void store.change((outbox) => (isFirst ? enqueueSent(outbox, entry, at) : enqueue(outbox, more, merge)))
      if (standstill !== undefined) again()
    },
    wake,
    again,
    hurry: () => {
      isHurried = true
      wake()
    },
  }
}

const createDeliveries = <Types extends CommandTypes>(options: SenderOptions<Types>) => {
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
        await store.change((outbox) => settled(outbox, entry, answer, options))
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

const settled = <Types extends CommandTypes>(
  outbox: Outbox<Types['entry']>,
  entry: Types['entry'],
  answer: AnswerTo<Types>,
  { person, now }: Pick<SenderOptions<Types>, 'person' | 'now'>,
): Outbox<Types['entry']> => {
  const { commandId, streamId } = entry
  if (answer.type === 'rejected') return removeRefused(outbox, entry)
  const known = markAccepted(outbox, commandId, answer, now())
  return streamId === null ? assignStream(known, person(), answer.streamId) : known
}
