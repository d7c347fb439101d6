import type { Pool } from 'pg'
import type { RecordedEvent } from '../../events/recorded-event'
import { streamKeyOf } from '../../events/stream-name'
import type { UnreadableEvent } from '../../events/unreadable-event'
import { errorText } from '../subscriptions/park'
import { enqueue } from '../work/enqueue'
import type { Retries } from '../work/retries'
import { createWaitingKeys } from '../work/waiting-keys'
import type { NewWork } from '../work/work'
import { type MessageOptions, toMessage } from './message'
import type { RelayMessage, SendResult } from './sender'
import type { TargetLink } from './target-link'

export interface DeliveryOptions {
  /** Where what can't be sent waits. */
  readonly queue: string
  readonly link: TargetLink
  readonly pool: Pool
  readonly message: MessageOptions
  readonly retries: Retries
  readonly now: () => Date
}

type InLog = Pick<RecordedEvent, 'eventId' | 'streamType' | 'streamId' | 'position'>

/** What is known while one follower holds its lease: nobody else adds to the queue meanwhile. */
interface Term {
  readonly lease: AbortSignal
  readonly waiting: ReturnType<typeof createWaitingKeys>
  /** What was sent of a batch that is not checked off, by the position of its first event. */
  sent: { readonly from: number; readonly ids: Set<string> }
}

/**
 * Delivers the log's events to a target. An event that is refused waits, and so does all that comes after it in its stream;
 * other streams go on. While the target is away nothing waits: the follower stays where it is.
 */
export const createDelivery = ({ queue, link, pool, message, retries, now }: DeliveryOptions) => {
  let term: Term | undefined

  const termUnder = (lease: AbortSignal): Term => {
    if (term?.lease === lease) return term
    term = { lease, waiting: createWaitingKeys(pool, queue), sent: nothingSent() }
    return term
  }

  const wait = async ({ waiting }: Term, work: readonly NewWork[]): Promise<void> => {
    if (work.length === 0) return
    await enqueue(pool, queue, work)
    for (const { key } of work) await waiting.add(key)
  }

  const refusedWork = (error: Error): Pick<NewWork, 'error' | 'dueAt'> => ({
    error: errorText(error),
    dueAt: new Date(now().getTime() + retries.restMs(1)).toISOString(),
  })

  return {
    deliver: async (events: readonly RecordedEvent[], lease: AbortSignal): Promise<void> => {
      const [first] = events
      if (!first) return
      const current = termUnder(lease)
      if (current.sent.from !== first.position) current.sent = { from: first.position, ids: new Set() }
      const { ids } = current.sent
      const waiting = await current.waiting.among(events.map(streamKeyOf))
      const unsent = events.filter(({ eventId }) => !ids.has(eventId))
      const results = new Map<string, SendResult>()
      const messages = unsent
        .filter((event) => !waiting.has(streamKeyOf(event)))
        .map((event) => toMessage(event, message))
      const onResult = ({ eventId }: RelayMessage, result: SendResult): void => {
        results.set(eventId, result)
        if (result.type === 'sent') ids.add(eventId)
      }
      if (messages.length > 0) await link.send(messages, { signal: lease, isLate: false, onResult })
      const work = unsent.flatMap((event): NewWork[] => {
        const result = results.get(event.eventId)
        if (result?.type === 'sent') return []
        return [{ ...asWork(event), ...(result?.type === 'refused' && refusedWork(result.error)) }]
      })
      await wait(current, work)
      // Whoever goes back to here wants it again.
      current.sent = nothingSent()
    },
    /** What can't be read waits, too: a later version may. */
    setAside: async (event: UnreadableEvent, lease: AbortSignal): Promise<void> =>
      wait(termUnder(lease), [{ ...asWork(event), ...refusedWork(event) }]),
  }
}

const nothingSent = (): Term['sent'] => ({ from: 0, ids: new Set() })

/** An event that waits to be sent. The log has it: no more of it is kept than where it stands. */
export const asWork = (event: InLog): NewWork => ({
  id: event.eventId,
  key: streamKeyOf(event),
  position: event.position,
  payload: {},
})
