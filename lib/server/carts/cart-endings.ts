import type { CartEvent } from '../../domain/cart/events'
import { shopEvents } from '../../protocol/events/shop-events'
import type { Endings } from '../archive/closed-streams'

const closing: readonly CartEvent['type'][] = ['CartCheckedOut', 'CartAbandoned']

/** What ends a cart. */
export const cartEndings: Endings = { streamType: 'cart', types: closing.flatMap(shopEvents.storedTypesOf) }
