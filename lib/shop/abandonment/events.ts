/** A cart was begun, and is looked at from time to time. */
export interface CartWatched {
  readonly type: 'CartWatched'
  readonly data: { readonly cartId: string }
}

/** The cart's owner left it alone for long enough to be reminded. */
export interface CartIdled {
  readonly type: 'CartIdled'
  readonly data: {
    /** When the last thing happened to it. ISO 8601, UTC. */
    readonly since: string
    /** Nobody is reminded who didn't say that they like to be, or of an empty cart. */
    readonly isReminded: boolean
  }
}

/** The cart is closed, by its owner or by time. */
export interface WatchEnded {
  readonly type: 'WatchEnded'
  readonly data: Readonly<Record<string, never>>
}

export type AbandonmentEvent = CartWatched | CartIdled | WatchEnded
