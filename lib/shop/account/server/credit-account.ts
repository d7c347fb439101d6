import { v5 as uuidv5 } from 'uuid'
import { beginStory, causedBy } from '../../../kit/events/cause'
import type { StreamAccess } from '../../../kit/server/access/access'
import { readSeenEvent } from '../../../kit/server/access/read-seen-event'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import type { EventStore } from '../../../kit/server/store/event-store'
import { streamOf } from '../../../kit/streams/stream-of'
import { actorOf } from '../../server/auth/actor-of'
import { isTooFine, readAmount } from '../../wire/amount'
import type { ShopIdentity } from '../../wire/shop-identity'
import { accountIdOf } from '../account-stream'
import type { AccountCommand } from '../commands'
import type { CreditAnswer, CreditRequest } from '../wire/credit'
import { storedAccount } from '../wire/stored-account'

interface Dependencies {
  readonly handle: Handle
  readonly store: Pick<EventStore, 'readEvent'>
  readonly access: Pick<StreamAccess<ShopIdentity>, 'see' | 'maySend'>
}

const namespace = 'b1b0bb2d-7e2d-5d1b-9a40-3f6e5b0f7c11'

/**
 * Moves a customer's credit, in an account that is opened with the first. Both are one story: of what they answer for, where
 * an event is named as the cause, else of their own.
 */
export const creditAccount = async (
  dependencies: Dependencies,
  identity: ShopIdentity,
  owner: string,
  request: Omit<CreditRequest, 'customer'>,
): Promise<CreditAnswer> => {
  const { direction, amount, currency, description, commandId, causeEventId } = request
  const accountId = accountIdOf(owner, currency)
  const command: AccountCommand = {
    type: direction === 'deposit' ? 'DepositMoney' : 'WithdrawMoney',
    amount: readAmount(amount, currency),
    description,
  }
  const stream = streamOf(storedAccount, accountId)
  if (!(await dependencies.access.maySend(identity, stream, command.type))) {
    return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  }
  if (isTooFine(amount, currency)) {
    return { type: 'rejected', rejection: { type: 'AmountTooFine', currency } }
  }
  const led =
    causeEventId === undefined ? undefined : await readSeenEvent(dependencies, identity, causeEventId)
  if (causeEventId !== undefined && !led) return { type: 'rejected', rejection: { type: 'CauseNotFound' } }
  const cause = led ? causedBy(led) : beginStory(commandId)
  const send = async (command: AccountCommand, id: string) =>
    commandAnswer(
      accountId,
      await dependencies.handle(storedAccount, {
        streamId: accountId,
        command,
        actor: actorOf(identity),
        commandId: id,
        cause,
      }),
    )
  if (direction === 'deposit') {
    const opened = await send({ type: 'OpenAccount', owner, currency }, uuidv5(commandId, namespace))
    if (opened.type === 'rejected') return opened
  }
  const moved = await send(command, commandId)
  return moved.type === 'accepted' ? { type: 'accepted', accountId, events: moved.events } : moved
}
