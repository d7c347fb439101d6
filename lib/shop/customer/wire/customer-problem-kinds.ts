import type { ProblemKinds } from '../../../kit/wire/problem-kinds'

/** The codes of refusals that only customers have. */
export const customerProblemKinds = {
  AlreadySignedUp: {
    status: '422',
    meaning: 'This customer has an account already.',
    remedy: 'Sign in with it.',
  },
  CustomerDeactivated: {
    status: '403',
    meaning: 'This account was deactivated: nobody can sign in to it, nor buy with it.',
    remedy: 'Write to the shop if that is a mistake.',
  },
  CustomerIdTaken: {
    status: '422',
    meaning:
      'The id stands for another customer of the system they come from; `customerNumber` says for which.',
    remedy: 'Use another id.',
  },
  CustomerIsDeactivated: {
    status: '422',
    meaning: 'This customer is deactivated: what is known of them stays as it is.',
    remedy: 'Reactivate them first.',
  },
  CustomerIsStaff: {
    status: '422',
    meaning: 'They work here, and are not let out like a customer.',
    remedy: 'Take their role away first.',
  },
  CustomerNotFound: {
    status: '404',
    meaning: 'Nobody of this id is a customer or has had a cart here, or it is not you.',
    remedy: 'Check the id; /api/customers lists those there are.',
  },
  EmailTaken: {
    status: '409',
    meaning: 'Another customer signs in with this address.',
    remedy: 'Use another, or change theirs first.',
  },
  InvalidPhone: {
    status: '422',
    meaning: 'This is no phone number that could be dialled.',
    remedy: 'Send it with + and the code of its country, or name the `country`.',
  },
  NeverSignedUp: {
    status: '422',
    meaning: 'This customer has no account, and signs in with no address.',
    remedy: 'Let them sign up.',
  },
} as const satisfies ProblemKinds
