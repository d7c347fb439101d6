import type { ActionAnswer, Answered } from '../protocol/answers'
import {
  accepted,
  begun,
  issued,
  leads,
  led,
  nextStep,
  type Outbox,
  type OutboxEntry,
  opened,
  type Person,
  removed,
} from './outbox'
import type { OutboxStore } from './outbox-store'

export interface SenderOptions {
  readonly store: OutboxStore
  readonly person: () => Person
  readonly send: (entry: OutboxEntry) => Promise<ActionAnswer>
  /** Told of each answer before the outbox forgets the command. */
  readonly onAnswer: (entry: OutboxEntry, answer: Answered) => void
  /** Runs one after the other what the browser's tabs are about to send. */
  readonly oneAtATime: <Result>(run: () => Promise<Result>) => Promise<Result>
  readonly isOnline: () => boolean
  readonly now: () => number
}

export interface Sender {
  /**
   * Takes a command in; `mergeable` are those on their way that it may be merged with. Where nothing stands before it
   * it goes out at once, while it is written down.
   */
  readonly issue: (entry: OutboxEntry, mergeable: ReadonlySet<string>) => void
  /** Looks again at once: there is something new, or the network is back. */
  readonly wake: () => void
  /** Sends what waits without waiting for more: the page may be going. */
  readonly hurry: () => void
}

/** When a server that gives no answer is given up on for this time, in milliseconds. */
const answerMs = 20_000
const longestPauseMs = 4_000

/** Sends what waits, again and again until there is an answer, and sleeps when nothing does. */
export const createSender = (options: SenderOptions): Sender => {
  const { store, isOnline, now } = options
  let isRunning = false
  let isHurried = false
  let failures = 0
  let stopWaiting = () => {}

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      stopWaiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** How often it is tried in vain is the measure of how long it rests. */
  const afterTrying = async (isDelivered: boolean): Promise<void> => {
    if (isDelivered) failures = 0
    else await pause(Math.min(250 * 2 ** failures++, longestPauseMs))
  }

  const run = async (first?: Promise<boolean>) => {
    if (first) await afterTrying(await first)
    for (;;) {
      const at = isHurried ? Number.POSITIVE_INFINITY : now()
      const step = nextStep(store.get(), options.person(), at)
      if (step.type === 'idle') return
      if (step.type === 'wait') await pause(step.ms)
      else if (!isOnline()) await pause(longestPauseMs)
      else await afterTrying(await deliver(options, at))
    }
  }

  const start = (first?: Promise<boolean>) => {
    if (isRunning) return
    isRunning = true
    void run(first).finally(() => {
      isRunning = false
      isHurried = false
    })
  }
  const wake = () => {
    stopWaiting()
    start()
  }
  return {
    issue: (entry, mergeable) => {
      const at = now()
      const isReady = !isRunning && isOnline() && store.isWritten()
      const isFirst = isReady && leads(store.get(), entry, options.person(), at)
      if (isFirst) start(lead(options, entry))
      void store.change((outbox) => (isFirst ? led(outbox, entry, at) : issued(outbox, entry, mergeable)))
    },
    wake,
    hurry: () => {
      isHurried = true
      wake()
    },
  }
}

/**
 * Sends a command that no other tab knows of yet. They have their turn when it is through; what one of them may be
 * sending just now was told of nowhere before this was asked for, so that neither has to wait for the other.
 */
const lead = (options: SenderOptions, entry: OutboxEntry): Promise<boolean> => {
  const sending = deliverOne(options, entry)
  options.oneAtATime(() => sending).catch(() => undefined)
  return sending
}

/** Browsers refuse locks to pages that are going. */
const deliver = (options: SenderOptions, at: number): Promise<boolean> =>
  options.oneAtATime(() => sendNext(options, at)).catch(() => false)

/** Sends the next command as the browser's database has it; false when it couldn't be delivered. */
const sendNext = async (options: SenderOptions, at: number): Promise<boolean> => {
  const { store, person, now } = options
  // Another tab may have sent it, or added to it, while this one waited for its turn.
  const outbox = await store.change((outbox) => begun(outbox, person(), at, now()))
  const step = nextStep(outbox, person(), at)
  const entry = step.type === 'send' && outbox.entries.find(({ commandId }) => commandId === step.commandId)
  return entry ? deliverOne(options, entry) : true
}

const deliverOne = async (options: SenderOptions, entry: OutboxEntry): Promise<boolean> => {
  const answer = await withinTime(options.send(entry))
  if (!answer || answer.type === 'signedOut') return false
  options.onAnswer(entry, answer)
  await options.store.change((outbox) => settled(outbox, entry, answer, options))
  return true
}

const settled = (
  outbox: Outbox,
  { commandId, cartId }: OutboxEntry,
  answer: Answered,
  { person, now }: SenderOptions,
): Outbox => {
  if (answer.type === 'rejected') return removed(outbox, commandId)
  const known = accepted(outbox, commandId, answer, now())
  return cartId === null ? opened(known, person(), answer.cartId) : known
}

/** The answer; undefined where there is none. */
const withinTime = async (sending: Promise<ActionAnswer>): Promise<ActionAnswer | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerMs)
  })
  try {
    return await Promise.race([sending, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
