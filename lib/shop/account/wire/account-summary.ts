import type { Money } from '../../money'
import type { AccountStatus } from '../state'

/** An account as it is listed. */
export interface AccountSummary {
  readonly accountId: string
  readonly owner: string
  readonly balance: Money
  readonly transactions: number
  readonly status: AccountStatus
  /** ISO 8601, UTC. */
  readonly openedAt: string
  readonly lastActivityAt: string
}
