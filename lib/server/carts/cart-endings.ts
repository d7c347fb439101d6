import type { CartEvent } from '../../domain/cart/events'
import type { Endings } from '../../kit/server/archive/closed-streams'
import { shopEvents } from '../../protocol/events/shop-events'

const closing: readonly CartEvent['type'][] = ['CartCheckedOut', 'CartAbandoned']

/** What ends a cart. */
export const cartEndings: Endings = { streamType: 'cart', types: closing.flatMap(shopEvents.storedTypesOf) }
