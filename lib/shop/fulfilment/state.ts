import type { LineProduct, PaymentAwaited } from './events'

/** What is known of an order that is seen through. */
export interface FulfilmentState {
  readonly orderId: string
  readonly status: 'none' | 'busy' | 'resting'
  readonly currency: string
  /** ISO 8601, UTC. */
  readonly placedAt: string
  readonly products: readonly LineProduct[]
  readonly discountCode?: string | undefined
  readonly editableUntil?: string | undefined
  /** The order's version that it heard of last. */
  readonly movedTo: number
  /** The order's version at which there was nothing to do. */
  readonly restedAt: number
  /** How often a provider was asked to hold something. */
  readonly attempts: number
  /** How often in a row the order's rules said no. */
  readonly refusals: number
  readonly isDeclined: boolean
  /** What somebody has yet to say yes to. */
  readonly awaited?: PaymentAwaited['data'] | undefined
  /** Payments that can be captured once. */
  readonly singles: readonly string[]
  /** What the timers are set to. */
  readonly windowAt?: string | undefined
  readonly expiresAt?: string | undefined
}

export const initialFulfilment = (orderId: string): FulfilmentState => ({
  orderId,
  status: 'none',
  currency: '',
  placedAt: '',
  products: [],
  movedTo: 0,
  restedAt: 0,
  attempts: 0,
  refusals: 0,
  isDeclined: false,
  singles: [],
})
