import { beginStory } from '../../lib/kit/events/cause'
import { newEvent } from '../../lib/kit/server/store/new-event'
import { streamOf } from '../../lib/kit/streams/stream-of'
import type { OrderPlaced } from '../../lib/shop/order/events'
import { orderNumberOf } from '../../lib/shop/order/order-number'
import { orderStreamType } from '../../lib/shop/order/order-stream'
import { withShop } from '../../lib/shop/server/with-shop'
import { line, plainAmounts } from '../../lib/shop/testing/orders'
import { shopEvents } from '../../lib/shop/wire/events/shop-events'

const lines = [
  { ...line('1', 3, 1_599), productId: 'ceramic-mug', productName: 'Ceramic Mug' },
  { ...line('2', 1, 9_999), productId: 'wireless-headphones', productName: 'Wireless Headphones' },
]

const placed = (orderId: string): OrderPlaced => ({
  type: 'OrderPlaced',
  data: {
    number: orderNumberOf(orderId),
    cartId: orderId,
    customerId: `customer-of-${orderId.slice(0, 8)}`,
    contact: { name: 'Ada Lovelace', email: 'ada@example.com' },
    lines,
    shippingAddress: {
      street: '12 St James’s Square',
      city: 'London',
      state: '',
      zipCode: 'SW1Y 4JH',
      country: 'GB',
    },
    amounts: plainAmounts(lines, 490),
    payment: { method: 'invoice' },
    editableUntil: new Date(Date.now() + 600_000).toISOString(),
  },
})

/** Places so many orders, to be paid by invoice, and prints their ids. */
const [count = '1'] = process.argv.slice(2)
await withShop(async ({ store }) => {
  for (let nth = 0; nth < Number(count); nth++) {
    const orderId = crypto.randomUUID()
    const order = placed(orderId)
    await store.append({
      stream: streamOf(orderStreamType, orderId),
      expectedVersion: 0,
      events: [
        newEvent(shopEvents, order, {
          eventId: crypto.randomUUID(),
          occurredAt: new Date().toISOString(),
          actor: { kind: 'customer', id: order.data.customerId },
          cause: beginStory(orderId),
        }),
      ],
    })
    process.stdout.write(`${orderId}\n`)
  }
})
