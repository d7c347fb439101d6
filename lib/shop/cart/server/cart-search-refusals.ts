import type { HttpRefusal } from '../../../kit/server/http/refusal'
import { refuse } from '../../server/http/refusal'
import type { InvalidQuery } from '../wire/search/query'

/** A search that can't be read: where, and why. */
export const invalidSearch = ({ at, length, message }: InvalidQuery): HttpRefusal =>
  refuse(400, 'InvalidSearch', `${message}.`, { data: { at, length } })

export const searchTooBroad = refuse(
  422,
  'SearchTooBroad',
  'This search would take too long; ask for something that fewer carts have.',
)
