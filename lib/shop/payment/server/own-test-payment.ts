import { streamOf } from '../../../kit/streams/stream-of'
import { orderStreamType } from '../../order/order-stream'
import type { ServerContext } from '../../server/shared-context'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { TestPayment } from '../test-payment'

/** A payment of the test provider, for whoever may see its order; to others it isn't there. */
export const ownTestPayment = async (
  { payments, access }: Pick<ServerContext, 'payments' | 'access'>,
  identity: ShopIdentity | undefined,
  paymentId: string,
): Promise<TestPayment | undefined> => {
  const payment = await payments.test?.paymentOf(paymentId)
  if (!payment) return undefined
  const seen = await access.see(identity, streamOf(orderStreamType, payment.orderId))
  return seen === 'seen' ? payment : undefined
}
