import type { CartEventType } from '../../events'
import type { CartListItem } from '../cart-list'

/** A value itself, one side of it, or from one to another with both of them. */
export type ValueRange =
  | { readonly op: '=' | '>' | '>=' | '<' | '<='; readonly value: string }
  | { readonly op: '..'; readonly from: string; readonly to: string }

export const textFields = ['cart', 'customer', 'email', 'product', 'actor'] as const
export type TextSearchField = (typeof textFields)[number]

export const countFields = ['items', 'events'] as const
export type CountField = (typeof countFields)[number]

export const timeFields = ['created', 'updated', 'closed'] as const
export type TimeField = (typeof timeFields)[number]

/** What a cart has to have. */
export type SearchCondition =
  /** The beginning of an id, a word or a phrase of what its events say. */
  | { readonly field: 'words'; readonly text: string }
  | { readonly field: TextSearchField; readonly text: string }
  | { readonly field: 'event'; readonly type: CartEventType }
  | { readonly field: 'status'; readonly status: CartListItem['status'] }
  /** Decimals in major units; of any currency where none is named. */
  | { readonly field: 'total'; readonly range: ValueRange; readonly currency: string | undefined }
  | { readonly field: CountField; readonly range: ValueRange }
  /** Years, months, days or times of day (UTC), each meant as a whole. */
  | { readonly field: TimeField; readonly range: ValueRange }

export interface Clause {
  readonly negated: boolean
  readonly condition: SearchCondition
}

/** All of these hold of the carts that are looked for. */
export type CartQuery = readonly Clause[]

/** Why a query can't be understood: `length` characters from `at` on. */
export interface InvalidQuery {
  readonly type: 'invalid'
  readonly at: number
  readonly length: number
  readonly message: string
}

export const maxQueryLength = 300
export const maxClauses = 20
