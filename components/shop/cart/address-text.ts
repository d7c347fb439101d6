import { isErased } from '@/lib/kit/kernel/erased'
import type { CartCheckedOut } from '@/lib/shop/cart/events'

/** Where a cart was sent, in one line. */
export const addressText = (address: CartCheckedOut['data']['shippingAddress']): string => {
  if (isErased(address)) return 'an address that was erased'
  const { street, city, state, zipCode, country } = address
  return `${street}, ${zipCode} ${city}, ${state}, ${country}`
}
