import type { Identity } from '../../kit/wire/identity'

/** Who asks in the shop. */
export interface ShopIdentity extends Identity {
  readonly role: 'shopper' | 'staff'
  readonly isGuest: boolean
  readonly email: string
}
