import { streamKeyOf } from '../../../events/stream-name'
import { groupBy } from '../../../kernel/group-by'
import { createHolding } from '../holding'
import { type RelayMessage, type Sender, TargetAway } from '../sender'
import type { WebhookTarget } from '../target'
import type { Refusal } from './answer'
import { createPost } from './post'

/** When so many streams were refused and nothing was taken meanwhile, it lies in none of them. */
const refusedInARow = 5

/** Sends to a webhook: streams go side by side, the events of one after another. It keeps nothing that could be asked for. */
export const createWebhookSender = (target: WebhookTarget, now: () => Date): Sender => {
  const post = createPost(target, now)
  const refused = new Set<string>()

  const noteRefused = (message: RelayMessage, error: Refusal): void => {
    if (error.isOfMessage) return
    refused.add(streamKeyOf(message))
    if (refused.size < refusedInARow) return
    throw new TargetAway(`It refused ${refused.size} streams one after another; the last: ${error.message}`)
  }

  return {
    open: async () => undefined,
    held: () => undefined,
    close: async () => undefined,
    send: async (messages, { signal, ...options }) => {
      const holding = createHolding(options)
      const streams = groupBy(messages, streamKeyOf).values()
      let failure: { readonly error: unknown } | undefined

      const sendOne = async (message: RelayMessage): Promise<void> => {
        const error = await post(message)
        if (error) {
          noteRefused(message, error)
          return holding.refused(message, error)
        }
        refused.clear()
        holding.sent(message)
      }
      const sendStreams = async (): Promise<void> => {
        for (const ofStream of streams) {
          for (const message of ofStream) {
            signal.throwIfAborted()
            if (failure) return
            if (holding.isFree(message)) await sendOne(message)
          }
        }
      }
      const workers = Array.from({ length: target.atOnce }, () =>
        sendStreams().catch((error) => {
          failure ??= { error }
        }),
      )
      await Promise.all(workers)
      if (failure) throw failure.error
    },
  }
}
