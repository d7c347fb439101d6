import { type SearchableType, searchable } from '../../kit/wire/searchable-type'
import { searchableCart } from '../cart/wire/searchable-cart'
import { customerStreamType } from '../customer/customer-stream'
import { productStreamType } from '../product/product-stream'

/** Every type of streams of the shop, with what it takes to search a history of it. */
export const searchableTypes: readonly SearchableType[] = [
  searchableCart,
  searchable(productStreamType, ['ProductListed']),
  searchable(customerStreamType, ['CustomerImported']),
]

/** The type of this name. Throws where there is none: ask only where it is known that there is one. */
export const searchableNamed = (streamType: string): SearchableType => {
  const found = searchableTypes.find((type) => type.streamType === streamType)
  if (!found)
    throw new Error(`Streams of type ${streamType} can't be searched: it is not among the searchable types`)
  return found
}
