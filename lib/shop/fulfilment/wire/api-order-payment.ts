import * as z from 'zod'
import { streamOf } from '../../../kit/streams/stream-of'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { id } from '../../../kit/wire/text'
import { orderStreamType } from '../../order/order-stream'

export const getOrderPayment = endpoint({
  name: 'readOrderPayment',
  method: 'GET',
  path: '/api/orders/{orderId}/payment',
  summary:
    "Whether an order's payment waits for somebody: for whoever pays, on the provider's page, or for the provider",
  access: 'viewer',
  params: z.object({ orderId: id }),
  streamOf: ({ orderId }: { readonly orderId: string }) => streamOf(orderStreamType, orderId),
  absent: 'OrderNotFound',
  status: 200,
  answer: z.object({
    awaited: z.boolean(),
    url: z.string().optional().describe("The provider's page on which whoever pays says yes"),
  }),
  refusals: { 404: 'OrderNotFound: there is no such order, or it is not yours to see' },
})
