import { beginStory } from '../../../kit/events/cause'
import type { HandlerDependencies } from '../../../kit/server/commands/handle'
import type { Append } from '../../../kit/server/store/event-store'
import { newEvent } from '../../../kit/server/store/new-event'
import type { PrismaClient } from '../../server/generated/prisma/client'
import { productStream } from '../../server/streams'
import { shopEvents } from '../../wire/events/shop-events'
import type { ProductListed } from '../events'
import { starterListings } from './starter-products'

const actor = { kind: 'system', id: 'starter-catalogue' } as const

/** Lists the shop's own small catalogue, when nothing was ever listed. Says how many products it listed. */
export const seedCatalogue = async (
  { store, newId, now }: Pick<HandlerDependencies, 'store' | 'newId' | 'now'>,
  prisma: PrismaClient,
): Promise<number> => {
  const listed = await prisma.event.findFirst({
    where: { type: { in: [...shopEvents.storedTypesOf('ProductListed')] } },
    select: { position: true },
  })
  if (listed) return 0
  const cause = beginStory(newId())
  const appends = starterListings.map(({ productId, listing }): Append => {
    const listed: ProductListed = { type: 'ProductListed', data: listing }
    const origin = { eventId: newId(), occurredAt: now().toISOString(), actor, cause }
    return {
      stream: productStream(productId),
      expectedVersion: 0,
      events: [newEvent(shopEvents, listed, origin)],
    }
  })
  const results = await Promise.all(appends.map(store.append))
  return results.filter((result) => result.type === 'written').length
}
