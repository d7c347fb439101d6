import type { Pool } from 'pg'
import * as z from 'zod'
import { eventAt } from '../store/event-at'
import type { EventStore } from '../store/event-store'
import { loadProgress } from '../subscriptions/progress'
import { PermanentFailure } from '../work/retries'
import type { DueWork } from '../work/work'
import { type MessageOptions, toMessage } from './message'
import { TargetAway } from './sender'
import type { TargetLink } from './target-link'

interface Options {
  readonly follower: string
  readonly link: TargetLink
  readonly pool: Pool
  readonly store: Pick<EventStore, 'readAll'>
  readonly message: MessageOptions
}

const payload = z.object({ isAgain: z.boolean().optional() })

/** Sends an event that waited. It reads it in the log again: nothing of it is kept elsewhere. */
export const createSendWaiting =
  ({ follower, link, pool, store, message }: Options) =>
  async ({ position, payload: given }: DueWork, signal: AbortSignal): Promise<void> => {
    const progress = await loadProgress(pool, follower, { of: 1, nth: 0 })
    if (progress?.status === 'paused') throw new TargetAway('It rests')
    const event = await eventAt(store, position)
    if (!event) throw new PermanentFailure(`The log has no event at position ${position}`)
    const { isAgain } = payload.parse(given)
    let refused: Error | undefined
    await link.send([toMessage(event, message)], {
      signal,
      isLate: true,
      isAgain,
      onResult: (_, result) => {
        if (result.type === 'refused') refused = result.error
      },
    })
    if (refused) throw refused
  }
