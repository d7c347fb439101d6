import type { Malformed } from '../../kit/wire/answers'
import type { RelayAnswer } from '../../kit/wire/api-relay'

/** What came of steering a target of the relay. */
export type SteerAnswer =
  | ({ readonly type: 'steered' } & RelayAnswer)
  | { readonly type: 'rejected'; readonly rejection: Malformed | { readonly type: 'NotAllowed' } }
  | { readonly type: 'signedOut' }
