import type { Authorisation, Capture, Refund } from '../payment/port'

/** What effects answer: what the provider said, and what it was about. All of it stays in the log. */
export type AuthoriseAnswer = Authorisation & { readonly provider: string; readonly key: string }

/** Undefined where the provider never heard of it. */
export type FindAnswer = AuthoriseAnswer | { readonly type: 'unknown' }

export type CaptureAnswer = Capture & { readonly paymentId: string; readonly provider: string }

export interface ReleaseAnswer {
  readonly type: 'released' | 'refused'
  readonly paymentId: string
}

export type RefundAnswer = Refund & { readonly refund: string }
