import type { HandlerDependencies } from '../../../kit/server/commands/handle'
import type { Append } from '../../../kit/server/store/event-store'
import type { PrismaClient } from '../../server/generated/prisma/client'
import { productStream } from '../../server/streams'
import { shopEvents } from '../../wire/events/shop-events'
import type { ProductListing } from '../events'
import { starterProducts } from './starter-products'

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
  const causationId = newId()
  const appends = starterProducts.map(
    ({ productId, ...listing }): Append => ({
      stream: productStream(productId),
      expectedVersion: 0,
      events: [
        {
          type: 'ProductListed',
          data: { ...listing, hasPicture: true } satisfies ProductListing,
          eventId: newId(),
          schemaVersion: shopEvents.currentVersionOf('ProductListed'),
          metadata: {
            actor: { kind: 'system', id: 'starter-catalogue' },
            correlationId: causationId,
            causationId,
            commandId: null,
          },
          occurredAt: now().toISOString(),
        },
      ],
    }),
  )
  const results = await Promise.all(appends.map(store.append))
  return results.filter((result) => result.type === 'written').length
}
