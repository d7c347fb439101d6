import { v5 as uuidv5 } from 'uuid'
import type { StreamAccess } from '../../../kit/server/access/access'
import type { Handle } from '../../../kit/server/commands/handle'
import { Overloaded } from '../../../kit/server/store/overloaded'
import { streamOf } from '../../../kit/streams/stream-of'
import { actorOf } from '../../cart/server/cart-commands'
import { money } from '../../money'
import { minorUnits } from '../../wire/minor-units'
import type { ShopIdentity } from '../../wire/shop-identity'
import { accountIdOf } from '../account-stream'
import type { AccountCommand } from '../commands'
import type { CreditAnswer, CreditRequest } from '../wire/credit'
import { storedAccount } from '../wire/stored-account'

interface Dependencies {
  readonly handle: Handle
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
}

const namespace = 'b1b0bb2d-7e2d-5d1b-9a40-3f6e5b0f7c11'

/** Moves a customer's credit, in an account that is opened with the first. Both are one story. */
export const creditAccount = async (
  dependencies: Dependencies,
  identity: ShopIdentity,
  owner: string,
  request: Omit<CreditRequest, 'customer'>,
): Promise<CreditAnswer> => {
  const { direction, amount, currency, description, commandId } = request
  const accountId = accountIdOf(owner, currency)
  const command: AccountCommand = {
    type: direction === 'deposit' ? 'DepositMoney' : 'WithdrawMoney',
    amount: money(Math.round(Number(amount) * minorUnits(currency)), currency),
    description,
  }
  const stream = streamOf(storedAccount, accountId)
  if (!(await dependencies.access.maySend(identity, stream, command.type))) {
    return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  }
  const send = (command: AccountCommand, commandId: string) =>
    dependencies.handle(storedAccount, {
      streamId: accountId,
      command,
      actor: actorOf(identity),
      commandId,
      cause: { correlationId: request.commandId, causationId: request.commandId },
    })
  if (direction === 'deposit') {
    const opened = await send({ type: 'OpenAccount', owner, currency }, uuidv5(commandId, namespace))
    if (opened.type === 'overloaded') throw new Overloaded(opened.retryAfterMs)
    if (opened.type === 'rejected') return opened
  }
  const moved = await send(command, commandId)
  switch (moved.type) {
    case 'accepted':
      return { type: 'accepted', accountId, events: moved.events }
    case 'rejected':
      return moved
    case 'conflict':
      return {
        type: 'rejected',
        rejection: { type: 'ConcurrencyConflict', expected: moved.expected, actual: moved.actual },
      }
    case 'reused':
      return { type: 'rejected', rejection: { type: 'CommandIdReused' } }
    case 'overloaded':
      throw new Overloaded(moved.retryAfterMs)
  }
}
