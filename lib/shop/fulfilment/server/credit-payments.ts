import { v5 as uuidv5 } from 'uuid'
import type { Cause } from '../../../kit/events/cause'
import type { Handle } from '../../../kit/server/commands/handle'
import { accountIdOf } from '../../account/account-stream'
import type { AccountCommand } from '../../account/commands'
import { storedAccount } from '../../account/wire/stored-account'
import type { OrderState } from '../../order/state'
import type { PaymentProvider, Refused } from '../../payment/port'
import { fulfilmentActor } from './fulfilment-actor'

const further = '8f4e9a0c-52d1-5b6e-9c37-6d1f0a2b4e58'

/** Store credit as something that orders are paid with. A command's id is the key, so what is asked for twice is done once. */
export const createCreditPayments = (
  handle: Handle,
  { customerId, number, amounts }: OrderState,
  cause: Cause,
): Pick<PaymentProvider, 'authorise' | 'capture' | 'release' | 'refund'> => {
  const { currency } = amounts.total
  const send = async (command: AccountCommand, commandId: string): Promise<Refused | undefined> => {
    const handled = await handle(storedAccount, {
      streamId: accountIdOf(customerId, currency),
      command,
      actor: fulfilmentActor,
      commandId,
      cause,
    })
    if (handled.type === 'accepted') return undefined
    if (handled.type !== 'rejected') throw new Error(`The account of order ${number}: ${handled.type}`)
    const code = handled.rejection.type
    return { type: 'refused', code, message: `Store credit can’t be used: ${code}` }
  }
  const description = `Order ${number}`
  return {
    authorise: async ({ orderId, key, amount }) => {
      const paymentId = `credit-${key}`
      const refused = await send({ type: 'HoldMoney', holdId: paymentId, amount, for: { orderId } }, key)
      if (refused) return { ...refused, type: 'declined' }
      return { type: 'authorised', paymentId, amount, captures: 'multiple' }
    },
    capture: async ({ key, paymentId: holdId, amount, isLast }) => {
      const refused = await send({ type: 'TakeHeldMoney', holdId, amount, description }, key)
      if (refused) return refused
      if (isLast) await send({ type: 'ReleaseMoney', holdId }, uuidv5(`release ${key}`, further))
      return { type: 'captured', captureId: key, amount }
    },
    release: async ({ key, paymentId: holdId }) =>
      (await send({ type: 'ReleaseMoney', holdId }, key)) ?? { type: 'released' },
    refund: async ({ orderId, key, paymentId: refundId, amount }) => {
      const opened = await send(
        { type: 'OpenAccount', owner: customerId, currency },
        uuidv5(`open ${key}`, further),
      )
      if (opened) return opened
      const source = { orderId, refundId }
      const refused = await send({ type: 'DepositMoney', amount, description, source }, key)
      return refused ?? { type: 'refunded', refundId, amount }
    },
  }
}
