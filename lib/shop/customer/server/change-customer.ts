import type { StreamAccess } from '../../../kit/server/access/access'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle } from '../../../kit/server/commands/handle'
import type { Budget } from '../../../kit/server/limits/budget'
import { streamOf } from '../../../kit/streams/stream-of'
import type { Delivery } from '../../cart/wire/commands'
import { actorOf } from '../../server/auth/actor-of'
import { isProgram } from '../../server/auth/program'
import type { PrismaClient } from '../../server/generated/prisma/client'
import type { ReadModels } from '../../server/read-models'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { CustomerCommand } from '../commands'
import type { CustomerAnswer } from '../wire/customer-answer'
import type { CustomerRequest } from '../wire/customer-requests'
import { storedCustomer } from '../wire/stored-customer'
import { type AddressDependencies, askForAddress } from './ask-for-address'
import { readPhone } from './read-phone'
import { signInsSubscription } from './sign-ins'

export interface CustomerCommandDependencies {
  readonly commands: {
    readonly handle: Handle
    /** How many commands that change nothing a person may send; without it any number. */
    readonly unchanging?: Budget
  }
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
  readonly addresses: AddressDependencies
  readonly prisma: Pick<PrismaClient, 'user'>
  readonly readModels: Pick<ReadModels, 'waitFor'>
}

/**
 * Does what was asked of a customer by somebody who may; to others they aren't there. It is answered when it counts at the door, too:
 * who was deactivated is let in no more.
 */
export const changeCustomer = async (
  dependencies: CustomerCommandDependencies,
  identity: ShopIdentity,
  customerId: string,
  request: CustomerRequest,
  delivery: Delivery,
): Promise<CustomerAnswer> => {
  const { access, readModels } = dependencies
  if (!(await access.maySend(identity, streamOf(storedCustomer, customerId), request.type))) {
    return { type: 'rejected', rejection: { type: 'CustomerNotFound' } }
  }
  const answered =
    request.type === 'ChangeEmail'
      ? await changeEmail(dependencies, identity, customerId, request, delivery)
      : await change(dependencies, identity, customerId, request, delivery)
  if (answered.type === 'accepted') await readModels.waitFor(signInsSubscription.name, answered.position)
  return answered
}

const changeEmail = async (
  { addresses, prisma }: CustomerCommandDependencies,
  identity: ShopIdentity,
  customerId: string,
  command: Extract<CustomerRequest, { type: 'ChangeEmail' }>,
  delivery: Delivery,
): Promise<CustomerAnswer> => {
  // Of an account that the log has still to hear of.
  const other = await prisma.user.findFirst({ where: { email: command.email, id: { not: customerId } } })
  if (other) return { type: 'rejected', rejection: { type: 'EmailTaken' } }
  const actor = actorOf(identity)
  return commandAnswer(
    customerId,
    await askForAddress(addresses, { customerId, command, actor, ...delivery }),
  )
}

type OtherRequest = Exclude<CustomerRequest, { type: 'ChangeEmail' }>

const change = async (
  { commands: { handle, unchanging }, prisma }: CustomerCommandDependencies,
  identity: ShopIdentity,
  customerId: string,
  request: OtherRequest,
  delivery: Delivery,
): Promise<CustomerAnswer> => {
  const command = await toCommand(prisma, customerId, request)
  if (!command) return { type: 'rejected', rejection: { type: 'InvalidPhone' } }
  const handled = await handle(storedCustomer, {
    streamId: customerId,
    command,
    actor: actorOf(identity),
    payload: request,
    spendAnswer: unchanging && !isProgram(identity) ? () => unchanging.spend(identity.userId) : undefined,
    ...delivery,
  })
  return commandAnswer(customerId, handled)
}

/** What is asked, with what the rules need besides; undefined where a number is none. */
const toCommand = async (
  prisma: Pick<PrismaClient, 'user'>,
  customerId: string,
  request: OtherRequest,
): Promise<CustomerCommand | undefined> => {
  switch (request.type) {
    case 'ChangePhone': {
      if (request.phone === undefined) return { type: 'ChangePhone' }
      const phone = readPhone(request.phone, request.country)
      return phone === undefined ? undefined : { type: 'ChangePhone', phone }
    }
    case 'DeactivateCustomer': {
      const person = await prisma.user.findUnique({ where: { id: customerId }, select: { role: true } })
      return { ...request, isStaff: person?.role === 'staff' }
    }
    default:
      return request
  }
}
