import type { ActionAnswer, Answered } from '../protocol/answers'
import {
  accepted,
  nextStep,
  type Outbox,
  type OutboxEntry,
  opened,
  type Person,
  removed,
  tried,
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

  const run = async () => {
    for (;;) {
      const at = isHurried ? Number.POSITIVE_INFINITY : now()
      const step = nextStep(store.get(), options.person(), at)
      if (step.type === 'idle') return
      if (step.type === 'wait') await pause(step.ms)
      else if (!isOnline()) await pause(longestPauseMs)
      else if (await deliver(options, at)) failures = 0
      else await pause(Math.min(250 * 2 ** failures++, longestPauseMs))
    }
  }

  const start = () => {
    if (isRunning) return
    isRunning = true
    void run().finally(() => {
      isRunning = false
      isHurried = false
    })
  }
  const wake = () => {
    stopWaiting()
    start()
  }
  return {
    wake,
    hurry: () => {
      isHurried = true
      wake()
    },
  }
}

/** Browsers refuse locks to pages that are going. */
const deliver = (options: SenderOptions, at: number): Promise<boolean> =>
  options.oneAtATime(() => sendNext(options, at)).catch(() => false)

/** Sends the next command as the browser's database has it; false when it couldn't be delivered. */
const sendNext = async (options: SenderOptions, at: number): Promise<boolean> => {
  const { store, person, send, onAnswer, now } = options
  // Another tab may have sent it, or added to it, while this one waited for its turn.
  const step = nextStep(await store.change((outbox) => outbox), person(), at)
  if (step.type !== 'send') return true
  const { commandId } = step
  const outbox = await store.change((outbox) => tried(outbox, commandId, now()))
  const entry = outbox.entries.find((each) => each.commandId === commandId)
  if (!entry || entry.answered) return true
  const answer = await withinTime(send(entry))
  if (!answer || answer.type === 'signedOut') return false
  onAnswer(entry, answer)
  await store.change((outbox) => settled(outbox, entry, answer, options))
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
