/** Who asks, as both ends may know it. */
export interface Identity {
  readonly userId: string
  readonly role: 'shopper' | 'staff'
  readonly isGuest: boolean
  readonly name: string
  readonly email: string
}
