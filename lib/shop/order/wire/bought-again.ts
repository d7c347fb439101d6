/** What became of what one wanted to have once more. */
export type BoughtAgain =
  | {
      readonly type: 'bought'
      /** What could not be put into the cart: it is sold no more, or the cart is full of it. */
      readonly left: readonly string[]
    }
  | { readonly type: 'signedOut' }
