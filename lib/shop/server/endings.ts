import { endingsOf } from '../../kit/server/archive/endings-of'
import { shopEvents } from '../wire/events/shop-events'
import { streamTypes } from '../wire/stream-types'

/** What ends streams of the shop, of each type that has an end. */
export const shopEndings = streamTypes.all
  .filter(({ endings }) => endings.length > 0)
  .map((type) => endingsOf(type, shopEvents))
