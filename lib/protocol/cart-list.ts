import type { CartStatus } from '../domain/cart/state'
import type { Money } from '../domain/money'

/** A cart as lists show it. */
export interface CartListItem {
  readonly cartId: string
  readonly customerId: string
  readonly status: CartStatus
  readonly itemCount: number
  readonly total: Money
  readonly version: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** Some of the carts, newest first. */
export interface CartPage {
  readonly carts: readonly CartListItem[]
  /** Ask again with this as `before`; null on the last page. */
  readonly next: number | null
}
