import { beginStory } from '../../lib/kit/events/cause'
import { newEvent } from '../../lib/kit/server/store/new-event'
import type { ProductListed, ProductListing } from '../../lib/shop/product/events'
import { productStream } from '../../lib/shop/server/streams'
import { withShop } from '../../lib/shop/server/with-shop'
import { shopEvents } from '../../lib/shop/wire/events/shop-events'

/** Lists a product again at another price, as whoever keeps the catalogue would. */
const [productId = '', amount = ''] = process.argv.slice(2)
await withShop(async ({ store }) => {
  const stream = productStream(productId)
  const listed = (await store.readStream(stream)).at(-1)
  if (!listed) throw new Error(`The shop has no ${productId}`)
  const listing = listed.data as ProductListing
  const unitPrice = { ...listing.unitPrice, amount: Number(amount) }
  const repriced: ProductListed = { type: 'ProductListed', data: { ...listing, unitPrice } }
  const eventId = crypto.randomUUID()
  await store.append({
    stream,
    expectedVersion: listed.version,
    events: [
      newEvent(shopEvents, repriced, {
        eventId,
        occurredAt: new Date().toISOString(),
        actor: listed.metadata.actor,
        cause: beginStory(eventId),
      }),
    ],
  })
})
