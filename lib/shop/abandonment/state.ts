/** What is known of a cart that is watched. */
export interface AbandonmentState {
  readonly cartId: string
  readonly status: 'none' | 'watching' | 'ended'
  /** The last activity after which the cart was left alone; none until it first was. */
  readonly idleSince: string | undefined
}

export const initialAbandonment = (cartId: string): AbandonmentState => ({
  cartId,
  status: 'none',
  idleSince: undefined,
})
