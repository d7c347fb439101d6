import type { ShopIdentity } from '../wire/shop-identity'

/** Somebody with an account, a shopper unless said otherwise; all that a test doesn't care about follows from the id. */
export const person = (userId: string, role: ShopIdentity['role'] = 'shopper'): ShopIdentity => ({
  userId,
  role,
  isGuest: false,
  name: userId,
  email: `${userId}@example.com`,
})
