import type { Erased } from '../../kit/kernel/erased'
import type { ShippingAddress } from '../cart/events'
import type { CustomerImported } from './events'

/** `none`: a guest, who is no customer yet. */
export type CustomerStatus = 'none' | 'active' | 'deactivated'

/** What is known of a customer. */
export interface CustomerState {
  readonly id: string
  readonly status: CustomerStatus
  /** Where they are known from, where that is another system. */
  readonly imported: CustomerImported['data'] | undefined
  /** What they sign in with; undefined for who has no account. */
  readonly email: string | Erased | undefined
  readonly name: string | Erased | undefined
  readonly phone: string | Erased | undefined
  readonly address: ShippingAddress | Erased | undefined
  /** Did they say that they like to be reminded? */
  readonly mayRemind: boolean
  readonly version: number
}

/** Somebody of whom nothing was said yet. */
export const initialCustomer = (id: string): CustomerState => ({
  id,
  status: 'none',
  imported: undefined,
  email: undefined,
  name: undefined,
  phone: undefined,
  address: undefined,
  mayRemind: false,
  version: 0,
})
