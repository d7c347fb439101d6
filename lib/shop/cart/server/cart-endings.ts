import type { Endings } from '../../../kit/server/archive/closed-streams'
import { shopEvents } from '../../wire/events/shop-events'
import type { CartEvent } from '../events'

const closing: readonly CartEvent['type'][] = ['CartCheckedOut', 'CartAbandoned']

/** What ends a cart. */
export const cartEndings: Endings = { streamType: 'cart', types: closing.flatMap(shopEvents.storedTypesOf) }
