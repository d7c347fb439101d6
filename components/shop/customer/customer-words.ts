import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CustomerActionAnswer } from '@/lib/shop/customer/wire/customer-answer'

type Refused = Exclude<CustomerActionAnswer, { type: 'accepted' }>

/** Why what was asked of a customer wasn't done, and what to do. */
export const customerWords = (answer: Refused): string => {
  if (answer.type === 'signedOut') return 'You were signed out. Sign in, then try again.'
  const { rejection } = answer
  switch (rejection.type) {
    case 'CustomerNotFound':
      return 'There is no such customer any more.'
    case 'CustomerIdTaken':
      return `This is the customer ${rejection.customerNumber}.`
    case 'AlreadySignedUp':
      return 'They have an account already.'
    case 'NeverSignedUp':
      return 'They have no account, and sign in with no address.'
    case 'EmailTaken':
      return 'Another customer signs in with this address.'
    case 'CustomerIsDeactivated':
      return 'They are deactivated. Reactivate them first.'
    case 'CustomerIsStaff':
      return 'They work here. Take their role away first.'
    case 'ReasonMissing':
      return 'Say why; the log keeps it.'
    case 'InvalidPhone':
      return 'That is no phone number. Begin with + and the code of its country.'
    case 'ConcurrencyConflict':
      return 'They changed meanwhile. Try again.'
    case 'CommandIdReused':
      return 'What was sent first was done. Look at the page again before you send this.'
    case 'Malformed':
      return `The shop could not read: ${rejection.fields.join(', ')}.`
    default:
      return exhaustive(rejection)
  }
}
