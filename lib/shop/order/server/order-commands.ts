import type { StreamAccess } from '../../../kit/server/access/access'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import type { HandleRequest } from '../../../kit/server/commands/handle-request'
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
import type { OrderState } from '../state'
import type { OrderRequest } from '../wire/order-requests'
import { storedOrder } from '../wire/stored-order'
import { joinStock } from './join-stock'
import { toUpdateItems, type UpdateItemsDependencies, type UpdateItemsRequest } from './update-items'

export interface OrderCommandDependencies extends UpdateItemsDependencies {
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
  const { handle, access, now, unchanging } = dependencies
  if (!(await access.maySend(identity, streamOf(storedOrder, orderId), request.type))) {
    return { type: 'rejected', rejection: { type: 'OrderNotFound' } }
  }
  const at = now().toISOString()
  const sent = {
    streamId: orderId,
    actor: actorOf(identity),
    commandId,
    payload: request,
    spendAnswer: unchanging && !isProgram(identity) ? () => unchanging.spend(identity.userId) : undefined,
  }
  if (request.type === 'UpdateItems')
    return handleUpdate(dependencies, request, { ...sent, expectedVersion, at })
  const command = toOrderCommand(request, { identity, commandId, at })
  return commandAnswer(orderId, await handle(storedOrder, { ...sent, command, expectedVersion }))
}

interface SentUpdate
  extends Omit<HandleRequest<OrderState, OrderCommand, OrderRejection>, 'command' | 'join' | 'lookUp'> {
  readonly commandId: string
  readonly at: string
}

/** Prices what the order is to hold, has what it costs more authorised, and reserves it with the edit. */
const handleUpdate = async (
  dependencies: OrderCommandDependencies,
  request: UpdateItemsRequest,
  { at, ...sent }: SentUpdate,
): Promise<OrderAnswer> => {
  const { handle, aggregates, coverEdit } = dependencies
  const { streamId: orderId, commandId, expectedVersion } = sent
  const { state } = await aggregates.at(storedOrder, orderId, head)
  const update = await toUpdateItems(dependencies, state, request)
  if (update.type === 'rejected') return update
  const { command } = update
  const isAsExpected = expectedVersion === undefined || expectedVersion === state.version
  if (isAsExpected) await coverEdit(orderId, command, commandId)
  const handled = await handle(storedOrder, {
    ...sent,
    command,
    // What was authorised for it stands in the order by now.
    expectedVersion: isAsExpected ? undefined : expectedVersion,
    join: async (_events, order) => joinStock(aggregates, order, command.lines, at),
  })
  return commandAnswer(orderId, handled)
}

interface Asked {
  readonly identity: ShopIdentity
  readonly commandId: string
  readonly at: string
}

/** What is asked, with who asks and when; a refund is known by the id of its command. */
const toOrderCommand = (
  request: Exclude<OrderRequest, UpdateItemsRequest>,
  { identity, commandId, at }: Asked,
): OrderCommand => {
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
