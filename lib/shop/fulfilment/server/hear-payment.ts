import { v5 as uuidv5 } from 'uuid'
import type { Handle } from '../../../kit/server/commands/handle'
import type { OrderCommand } from '../../order/commands'
import { storedOrder } from '../../order/wire/stored-order'
import type { Authorisation, PaymentNotice, PaymentProvider } from '../../payment/port'
import { fulfilmentActor } from './fulfilment-actor'

interface Dependencies {
  readonly provider: PaymentProvider
  readonly handle: Handle
}

const notices = 'c1d0f6b2-7a4e-5f39-8d21-94b6e0c7a513'

/**
 * A provider told that something changed about a payment. What it is now it is asked, and that is recorded in the order; told twice, it is
 * recorded once. What it doesn't tell, the order's fulfilment finds out by asking.
 */
export const hearPayment = async (
  { provider, handle }: Dependencies,
  notice: PaymentNotice,
): Promise<void> => {
  const found = await provider.find('authorise', notice)
  const command = found && commandOf(provider.name, notice, found)
  if (!command) return
  await handle(storedOrder, {
    streamId: notice.orderId,
    command,
    actor: fulfilmentActor,
    commandId: uuidv5(`${command.type}/${provider.name}/${notice.paymentId}`, notices),
  })
}

const commandOf = (
  provider: string,
  { paymentId }: PaymentNotice,
  found: Authorisation,
): OrderCommand | undefined => {
  switch (found.type) {
    case 'authorised': {
      const { amount, expiresAt } = found
      return {
        type: 'RecordAuthorisation',
        paymentId,
        provider,
        amount,
        ...(expiresAt !== undefined && { expiresAt }),
      }
    }
    case 'declined':
      // What was authorised and is over by now; where it never was, the order doesn't know it.
      return { type: 'RecordRelease', paymentId }
    default:
      return undefined
  }
}
