import type { Malformed } from '../../kit/wire/answers'

/** What came of having what a process could not do tried again. */
export type RetryAnswer =
  | { readonly type: 'retried'; readonly retried: number }
  | { readonly type: 'rejected'; readonly rejection: Malformed | { readonly type: 'NotAllowed' } }
  | { readonly type: 'signedOut' }
