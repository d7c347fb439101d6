import { exhaustive } from '../../../kit/kernel/exhaustive'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import { deliveryDetail } from '../../server/http/delivery-detail'
import { refuse } from '../../server/http/refusal'
import type { CustomerRefusal } from '../wire/customer-answer'

type Refusal = CustomerRefusal | ConcurrencyConflict | CommandIdReused

/** Why something asked of a customer wasn't done, with its data. */
export const refuseCustomer = (refusal: Refusal): HttpRefusal => {
  const { type, ...data } = refusal
  return refuse(statusOf(type), type, detailOf(refusal), { data })
}

const statusOf = (type: Refusal['type']): number => {
  if (type === 'CustomerNotFound') return 404
  return type === 'ConcurrencyConflict' || type === 'EmailTaken' ? 409 : 422
}

const detailOf = (refusal: Refusal): string => {
  switch (refusal.type) {
    case 'CustomerNotFound':
      return 'There is no such customer, or it is not you.'
    case 'CustomerIdTaken':
      return `The id stands for the customer ${refusal.customerNumber} already.`
    case 'AlreadySignedUp':
      return 'This customer has an account already.'
    case 'NeverSignedUp':
      return 'This customer has no account, and signs in with no address.'
    case 'EmailTaken':
      return 'Another customer signs in with this address.'
    case 'CustomerIsDeactivated':
      return 'This customer is deactivated; reactivate them first.'
    case 'CustomerIsStaff':
      return 'They work here; take their role away first.'
    case 'ReasonMissing':
      return 'Give a reason; the log keeps it.'
    case 'InvalidPhone':
      return 'This is no phone number; send it with + and the code of its country, or name the country.'
    case 'ConcurrencyConflict':
    case 'CommandIdReused':
      return deliveryDetail('The customer is', refusal)
    default:
      return exhaustive(refusal)
  }
}
