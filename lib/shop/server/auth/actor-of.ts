import type { ShopActor } from '../../actor'
import type { ShopIdentity } from '../../wire/shop-identity'

/** Who events say it was. */
export const actorOf = ({ role, isGuest, userId }: ShopIdentity): ShopActor => ({
  kind: role === 'staff' ? 'staff' : isGuest ? 'guest' : 'customer',
  id: userId,
})
