import { v5 as uuidv5 } from 'uuid'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { Handle } from '../../../kit/server/commands/handle'
import type { OrderCommand, UpdateItems } from '../../order/commands'
import { decideOrder } from '../../order/decide'
import { storedOrder } from '../../order/wire/stored-order'
import { askOnce } from '../../payment/ask-once'
import type { PaymentProvider } from '../../payment/port'
import type { ToUrl } from '../../server/mail/account-letters'
import { fulfilmentActor } from './fulfilment-actor'
import { orderUrl } from './order-url'

interface Dependencies {
  readonly aggregates: Aggregates
  readonly handle: Handle
  readonly provider: PaymentProvider
  readonly toUrl: ToUrl
}

/** Has what an edit costs more authorised before it is made. */
export type CoverEdit = (orderId: string, edit: UpdateItems, commandId: string) => Promise<void>

const edits = '2d4b8e60-91c7-5f0a-a3d5-7e6c0f1b9a84'

/**
 * An edit to a higher total has the difference authorised first; what was authorised before stays. Sent again, the edit asks for the same
 * thing under the same key. Where it can't be had the edit is refused by the order's own rules.
 */
export const createCoverEdit =
  ({ aggregates, handle, provider, toUrl }: Dependencies): CoverEdit =>
  async (orderId, edit, commandId) => {
    const { state: order } = await aggregates.loadFresh(storedOrder, orderId)
    const decision = decideOrder(edit, order)
    const { reference } = order.payment
    if (decision.type === 'accepted' || decision.rejection.type !== 'AuthorisationMissing') return
    if (reference === undefined) return
    const asked = {
      orderId,
      key: uuidv5(`authorise ${commandId}`, edits),
      amount: decision.rejection.missing,
      reference,
      returnUrl: orderUrl(toUrl, orderId),
    }
    const answer = await askOnce(provider, 'authorise', asked)
    if (answer.type === 'authorised') {
      const { paymentId, amount, expiresAt } = answer
      const command: OrderCommand = {
        type: 'RecordAuthorisation',
        paymentId,
        provider: provider.name,
        amount,
        ...(expiresAt !== undefined && { expiresAt }),
      }
      const recordId = uuidv5(`record ${commandId}`, edits)
      await handle(storedOrder, { streamId: orderId, command, actor: fulfilmentActor, commandId: recordId })
    } else if (answer.type !== 'declined') {
      // Nobody waits for it: an edit is made now, or refused.
      const { paymentId } = answer
      await provider.release({ orderId, key: uuidv5(`release ${commandId}`, edits), paymentId })
    }
  }
