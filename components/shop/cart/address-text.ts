import { isErased } from '@/lib/kit/kernel/erased'
import type { CartCheckedOut } from '@/lib/shop/cart/events'
import { writtenAddress } from '@/lib/shop/wire/address/written-address'

/** Where a cart was sent, in one line. */
export const addressText = (address: CartCheckedOut['data']['shippingAddress']): string =>
  isErased(address) ? 'an address that was erased' : writtenAddress(address).join(', ')
