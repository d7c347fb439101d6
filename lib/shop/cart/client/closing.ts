import type { RefusedEntry } from '../../../kit/client/outbox/use-command-session'
import type { Money } from '../../money'
import { type CartItem, type CartState, cartTotal } from '../state'
import type { CartRefusal } from '../wire/cart-answers'
import type { CartRequest } from '../wire/commands'
import type { AskedOfCart, CartEntry, CartTypes } from './cart-entry'

/** What ends a cart, and can't be taken back. */
export type Closing = Extract<CartRequest, { type: 'Checkout' | 'AbandonCart' }>

/** A closing with what was before the person who decided it: so it is kept and sent, however much later. */
export const asSeen = (
  request: Closing,
  seen: CartState,
  toPay?: Money,
): Pick<AskedOfCart, 'request' | 'shown'> => ({
  request: {
    ...request,
    seen: { version: seen.version, total: cartTotal(seen) },
    ...(toPay && { seenTotal: toPay }),
  },
  shown: seen.items,
})

/** A closing that was refused, since the cart is no longer as it was seen: it has to be asked again. */
export interface OutdatedClosing {
  readonly request: Closing
  /** What was seen. */
  readonly shown: readonly CartItem[]
  /** How far the cart had come when it was refused. */
  readonly version: number
}

/** What a refused command has to be asked again as; undefined where it is just refused. */
const outdatedBy = ({ request, shown }: CartEntry, rejection: CartRefusal): OutdatedClosing | undefined => {
  if (!shown || !isClosing(request)) return undefined
  if (rejection.type === 'SeenChanged') return { request, shown, version: rejection.actual.version }
  // The cart is as it was seen; what all comes to isn't.
  return rejection.type === 'OrderTotalChanged' ? { request, shown, version: 0 } : undefined
}

/** What a closing has to be asked again as when something it stood behind was refused. */
const outdatedBehind = ({ request, shown }: CartEntry): OutdatedClosing | undefined =>
  shown && isClosing(request) ? { request, shown, version: 0 } : undefined

/** What a refusal comes to on the page of a cart. */
export interface AfterRefusal {
  /** The closing that has to be asked again, if one has. */
  readonly outdated: OutdatedClosing | undefined
  /** Is it to be told as refused? What is asked again isn't. */
  readonly isTold: boolean
}

/** A closing is asked again on the page it was sent from, when it is out of date or stood behind what was refused. */
export const afterRefusal = (
  { entry, rejection, by, behind }: RefusedEntry<CartTypes>,
  cartId: string | null,
): AfterRefusal => {
  const isHere = by !== 'otherTab' && entry.streamId === cartId
  const own = isHere ? outdatedBy(entry, rejection) : undefined
  const [first] = behind.flatMap((each) => outdatedBehind(each) ?? [])
  return { outdated: first ?? own, isTold: own === undefined }
}

const isClosing = (request: CartRequest): request is Closing =>
  request.type === 'Checkout' || request.type === 'AbandonCart'
