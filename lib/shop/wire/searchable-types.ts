import { type SearchableType, searchable } from '../../kit/wire/searchable-type'
import { searchableAbandonment } from '../abandonment/wire/searchable-abandonment'
import { searchableAccount } from '../account/wire/searchable-account'
import { searchableCart } from '../cart/wire/searchable-cart'
import { customerStreamType } from '../customer/customer-stream'
import { searchableOrder } from '../order/wire/searchable-order'
import { productStreamType } from '../product/product-stream'

/** Products and customers are searched by their events and the fields of their states. */
const searchableProduct = searchable(productStreamType, { ProductListed: true })
const searchableCustomer = searchable(customerStreamType, {
  CustomerImported: true,
  RemindersAllowed: true,
  RemindersStopped: true,
})

/** Every type of streams whose histories can be asked. */
export const searchableTypes: readonly SearchableType[] = [
  searchableCart,
  searchableProduct,
  searchableCustomer,
  searchableAccount,
  searchableOrder,
  searchableAbandonment,
]

/** The type of a name that is known to be there. @throws Error where it is not among the searchable types. */
export const searchableOf = (streamType: string): SearchableType => {
  const found = searchableTypes.find((type) => type.streamType === streamType)
  if (!found) throw new Error(`Streams of type ${streamType} are not among the searchable types`)
  return found
}
