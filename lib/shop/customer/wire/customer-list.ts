import type { CustomerSummary } from '../../sales/wire/insights'
import type { CustomerStatus } from '../state'

/** A customer as staff's page lists them. */
export interface CustomerListItem extends Pick<CustomerSummary, 'customerId' | 'carts' | 'spent'> {
  readonly status: Exclude<CustomerStatus, 'none'>
  /** What they sign in with, and what they are called there; null for who has no account. */
  readonly name: string | null
  readonly email: string | null
  /** The number that another system has for them. */
  readonly customerNumber: string | null
  /** ISO 8601, UTC. */
  readonly since: string
}

export interface CustomerListPage {
  readonly customers: readonly CustomerListItem[]
  /** Ask again with this as `before`; null when there are no more. */
  readonly next: number | null
}
