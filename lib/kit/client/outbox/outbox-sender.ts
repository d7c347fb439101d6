import type { Standstill } from '../connection/undelivered'
import { pauseMs } from '../page/pauses'
import type { CommandTypes } from './command-types'
import { enqueue, enqueueSent, type Issued, type Merge, mayGoFirst, nextStep } from './outbox'
import { createDeliveries, type DeliveryOptions, type Sent } from './outbox-deliveries'
import type { OutboxEntry } from './outbox-entry'

export interface SenderOptions<Types extends CommandTypes = CommandTypes> extends DeliveryOptions<Types> {
  readonly merge: Merge<Types['entry']>
  /** Told why nothing more is sent; undefined when it goes on. */
  readonly onStandstill: (why: Standstill | undefined) => void
  readonly isOnline: () => boolean
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

const longestPauseMs = 4_000

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
