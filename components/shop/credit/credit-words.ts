import type { CreditAnswer } from '@/lib/shop/account/wire/credit'
import { decimalsOf } from '@/lib/shop/wire/amount'
import { accountRefusal } from './view/account-sentences'

type Refused = Exclude<CreditAnswer, { type: 'accepted' }>

/** Why credit was not given, and what to do. */
export const creditWords = (answer: Refused): string => {
  if (answer.type === 'signedOut') return 'You were signed out. Sign in, then try again.'
  const { rejection } = answer
  switch (rejection.type) {
    case 'CustomerNotFound':
      return 'Nobody has signed up by this id or address.'
    case 'NotAllowed':
      return 'Only staff may give credit.'
    case 'CauseNotFound':
      return 'What this is for is not there. Give the credit without it.'
    case 'AmountTooFine': {
      const decimals = decimalsOf(rejection.currency)
      return decimals === 0
        ? `Amounts in ${rejection.currency} have no decimals.`
        : `Amounts in ${rejection.currency} have at most ${decimals} decimals.`
    }
    case 'ConcurrencyConflict':
      return 'The account changed meanwhile. Try again.'
    case 'CommandIdReused':
      return 'What was sent first was booked. Look at the account before you send this.'
    case 'Malformed':
      return `The shop could not read: ${rejection.fields.join(', ')}.`
    default:
      return accountRefusal(rejection)
  }
}
