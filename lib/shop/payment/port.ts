import type { Money } from '../money'

/** What a provider was asked for, so that it can be asked what became of it. */
export interface Asked {
  readonly orderId: string
  /** Idempotency key: what is asked for twice under one key is done once. */
  readonly key: string
}

export interface AuthoriseAsked extends Asked {
  readonly amount: Money
  /** The provider's own token of how somebody pays; never a card number. */
  readonly reference: string
  /** Where somebody comes back to whom the provider asks something on a page of its own. */
  readonly returnUrl: string
}

/** Something is done with a payment that was authorised. */
export interface PaymentAsked extends Asked {
  readonly paymentId: string
}

export interface CaptureAsked extends PaymentAsked {
  readonly amount: Money
  /** What is left of the authorisation afterwards is given up. */
  readonly isLast: boolean
}

export interface RefundAsked extends PaymentAsked {
  readonly amount: Money
}

export interface Refused {
  readonly type: 'refused'
  readonly code: string
  readonly message: string
}

export interface Authorised {
  readonly type: 'authorised'
  readonly paymentId: string
  readonly amount: Money
  /** May it be captured in parts, or is it over with the first? */
  readonly captures: 'single' | 'multiple'
  /** ISO 8601, UTC. */
  readonly expiresAt?: string | undefined
}

export type Authorisation =
  | Authorised
  | {
      readonly type: 'declined'
      readonly paymentId?: string
      readonly code: string
      readonly message: string
    }
  /** Whoever pays has something to do on the provider's page: 3-D Secure. */
  | { readonly type: 'actionRequired'; readonly paymentId: string; readonly url: string }
  /** The provider doesn't know yet. */
  | { readonly type: 'pending'; readonly paymentId: string }

export type Capture =
  | { readonly type: 'captured'; readonly captureId: string; readonly amount: Money }
  | Refused

export type Refund =
  | { readonly type: 'refunded'; readonly refundId: string; readonly amount: Money }
  | Refused

export type Release = { readonly type: 'released' } | Refused

/** What can be asked of a provider: with what, and what it answers. */
export interface Asks {
  readonly authorise: readonly [AuthoriseAsked, Authorisation]
  readonly capture: readonly [CaptureAsked, Capture]
  readonly refund: readonly [RefundAsked, Refund]
  readonly release: readonly [PaymentAsked, Release]
}

/** An authorisation may be known by its key alone: nobody heard yet what payment it became. */
export type Sought<Kind extends keyof Asks> = Kind extends 'authorise'
  ? Asked & Partial<Pick<PaymentAsked, 'paymentId'>>
  : PaymentAsked

/**
 * Whoever moves money for the shop. What it says no to is an answer; what it throws leaves open whether it was done, and it is
 * asked before that is tried again (`askOnce`).
 */
export interface PaymentProvider {
  /** As events name it. */
  readonly name: string
  readonly authorise: (asked: AuthoriseAsked) => Promise<Authorisation>
  readonly capture: (asked: CaptureAsked) => Promise<Capture>
  readonly refund: (asked: RefundAsked) => Promise<Refund>
  /** Gives up what isn't captured of an authorisation. */
  readonly release: (asked: PaymentAsked) => Promise<Release>
  /** Did it fail since the provider as such is away, or lets nobody in? Then it is tried until it is back. */
  readonly isDown: (error: unknown) => boolean
  /** How what was asked for under a key stands by now; undefined where that never arrived. */
  readonly find: <Kind extends keyof Asks>(
    kind: Kind,
    asked: Sought<Kind>,
  ) => Promise<Asks[Kind][1] | undefined>
}

/** A provider told that something changed about a payment: how it stands now it says when it is asked. */
export interface PaymentNotice extends Asked {
  readonly paymentId: string
}
