import { workloadOf } from '../../../kit/testing/chaos/workload'
import { storedCart } from '../../cart/wire/stored-cart'
import { projections } from '../../server/projections'
import { shopEvents } from '../../wire/events/shop-events'
import { cartCreated, itemAdded } from '../events'
import { randomCommand } from '../random-commands'

/** Carts, to be filled while all is killed around them. */
export const shopWorkload = workloadOf({
  projections,
  aggregate: storedCart,
  randomCommand,
  written: {
    registry: shopEvents,
    streamType: storedCart.streamType,
    first: cartCreated(),
    next: (random) => itemAdded(`p-${random.below(9)}`),
  },
})
