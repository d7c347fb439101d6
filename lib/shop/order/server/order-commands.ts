import type { StreamAccess } from '../../../kit/server/access/access'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import type { Budget } from '../../../kit/server/limits/budget'
import { streamOf } from '../../../kit/streams/stream-of'
import type { CommandAnswer } from '../../../kit/wire/answers'
import type { Delivery } from '../../cart/wire/commands'
import { actorOf } from '../../server/auth/actor-of'
import { isProgram } from '../../server/auth/program'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { OrderCommand, UpdateItems } from '../commands'
import type { OrderRejection } from '../decide'
import type { OrderEvent } from '../events'
import type { OrderRequest } from '../wire/order-requests'
import { storedOrder } from '../wire/stored-order'

export interface OrderCommandDependencies {
  readonly handle: Handle
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
  readonly aggregates: Pick<Aggregates, 'at'>
  readonly now: () => Date
  readonly newId: () => string
  /** Has what an edit costs more authorised before it is made. */
  readonly coverEdit: (orderId: string, edit: UpdateItems, commandId: string) => Promise<void>
  /** How many commands that change nothing a person may send, whose answers are kept all the same; without it any number. */
  readonly unchanging?: Budget
}

export type OrderAnswer = CommandAnswer<OrderEvent, OrderRejection>

/** Handles what was asked of an order by somebody who may; to others it isn't there. */
export const handleOrderRequest = async (
  dependencies: OrderCommandDependencies,
  identity: ShopIdentity,
  orderId: string,
  request: OrderRequest,
  { commandId = dependencies.newId(), expectedVersion }: Delivery,
): Promise<OrderAnswer> => {
  const { handle, access, now, unchanging, coverEdit } = dependencies
  if (!(await access.maySend(identity, streamOf(storedOrder, orderId), request.type))) {
    return { type: 'rejected', rejection: { type: 'OrderNotFound' } }
  }
  const command = toOrderCommand(request, { identity, commandId, at: now().toISOString() })
  if (command.type === 'UpdateItems') await coverEdit(orderId, command, commandId)
  const handled = await handle(storedOrder, {
    streamId: orderId,
    command,
    actor: actorOf(identity),
    commandId,
    expectedVersion,
    payload: request,
    spendAnswer: unchanging && !isProgram(identity) ? () => unchanging.spend(identity.userId) : undefined,
  })
  return commandAnswer(orderId, handled)
}

interface Asked {
  readonly identity: ShopIdentity
  readonly commandId: string
  readonly at: string
}

/** What is asked, with who asks and when; a refund is known by the id of its command. */
const toOrderCommand = (request: OrderRequest, { identity, commandId, at }: Asked): OrderCommand => {
  switch (request.type) {
    case 'ConfirmOrder':
      return { ...request, by: 'staff', at }
    case 'CancelOrder':
      return { ...request, cancelledBy: identity.role === 'staff' ? 'staff' : 'customer' }
    case 'IssueRefund':
      return { ...request, refundId: commandId }
    default:
      return request
  }
}
