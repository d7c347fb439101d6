import { createNatsSender } from './nats/nats-sender'
import { createRedisSender } from './redis/redis-sender'
import type { OnOpened, Sender } from './sender'
import { followerOf, type RelayTarget } from './target'
import { createWebhookSender } from './webhook/webhook-sender'

/** What sends to a target. */
export const createSender = (target: RelayTarget, now: () => Date, onOpened: OnOpened): Sender => {
  switch (target.type) {
    case 'nats':
      return createNatsSender(target, followerOf(target.name), onOpened)
    case 'redis':
      return createRedisSender(target, followerOf(target.name), onOpened)
    case 'webhook':
      return createWebhookSender(target, now)
  }
}
