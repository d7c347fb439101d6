import type { CartListItem } from '../cart-list'
import type { CartQuery } from './query'

/** A query of which a status is asked for as well. */
export const withStatus = (query: CartQuery, status: CartListItem['status'] | undefined): CartQuery =>
  status ? [...query, { negated: false, condition: { field: 'status', status } }] : query
