import type { CartStatus } from '../../../shop/cart/state'

/** A product by its id or its whole name, in capitals or not. */
export type ProductRef = string

/** A step into the cart's state: a field, or a line by its product's id (or its place, from 0). */
export type CartPathStep = string | { readonly key: string }

/** Something of a cart that can be compared, and watched for changes. */
export type CartValue =
  /** What the cart comes to, in its currency's major units. */
  | { readonly type: 'total' }
  /** How many things are in it. */
  | { readonly type: 'count' }
  /** How many lines it has. */
  | { readonly type: 'lines' }
  | { readonly type: 'status' }
  | { readonly type: 'quantity'; readonly product: ProductRef }
  /** A product's unit price in major units. */
  | { readonly type: 'price'; readonly product: ProductRef }
  /** Whatever the state has there. */
  | { readonly type: 'path'; readonly path: readonly CartPathStep[] }

export const orderings = ['<', '<=', '>', '>='] as const
export const operators = ['=', '!=', ...orderings] as const
export type Operator = (typeof operators)[number]

/** What can be true or false of a cart. */
export type Condition =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly type: 'not'; readonly part: Condition }
  | { readonly type: 'has'; readonly product: ProductRef }
  | {
      readonly type: 'compare'
      readonly value: CartValue
      readonly operator: Operator
      readonly to: number | string
    }

export const cartStatuses: readonly CartStatus[] = ['none', 'active', 'checkedOut', 'abandoned']
