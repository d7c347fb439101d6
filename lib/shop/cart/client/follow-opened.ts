interface OpenedCart {
  /** The newest cart that was begun; null where none is to be followed. */
  readonly offered: string | null
  /** The cart looked at; null for one that is yet to be begun. */
  readonly cartId: string | null
  /** Is that one still open? */
  readonly isOpen: boolean
}

/** The cart to go to next; undefined where one stays. A cart still open stays until it is closed. */
export const cartToFollow = ({ offered, cartId, isOpen }: OpenedCart): string | undefined => {
  if (offered === null || offered === cartId) return undefined
  return cartId !== null && isOpen ? undefined : offered
}
