import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { StreamType } from '../../kit/streams/stream-type'
import type { DiscountCode } from '../amounts/pricing-terms'

/** An order was placed with the code. */
export interface DiscountUsed {
  readonly type: 'DiscountUsed'
  readonly data: { readonly orderId: string; readonly customerId: string }
}

/** That order won't be, and its use of the code doesn't count. */
export interface DiscountGivenBack {
  readonly type: 'DiscountGivenBack'
  readonly data: { readonly orderId: string }
}

export type DiscountEvent = DiscountUsed | DiscountGivenBack

/** Who used one code, and for which order. What it is worth and how often it may be used is said by the shop's terms. */
export interface DiscountState {
  /** The code. */
  readonly id: string
  /** The customer of each order that uses it. */
  readonly uses: Readonly<Record<string, string>>
  readonly version: number
}

export interface UseDiscount {
  readonly type: 'UseDiscount'
  readonly orderId: string
  readonly customerId: string
  readonly limits: Pick<DiscountCode, 'limit' | 'limitPerCustomer'>
}

export interface GiveDiscountBack {
  readonly type: 'GiveDiscountBack'
  readonly orderId: string
}

export type DiscountCommand = UseDiscount | GiveDiscountBack

export type DiscountUseRejection =
  | { readonly type: 'DiscountUsedUp'; readonly discountCode: string; readonly limit: number }
  | { readonly type: 'DiscountUsedBefore'; readonly discountCode: string; readonly limitPerCustomer: number }

/** Do a code's uses have to be counted? Of one without limits nothing is written. */
export const isLimited = ({
  limit,
  limitPerCustomer,
}: Pick<DiscountCode, 'limit' | 'limitPerCustomer'>): boolean =>
  limit !== undefined || limitPerCustomer !== undefined

const initial = (id: string): DiscountState => ({ id, uses: {}, version: 0 })

const evolve = (discount: DiscountState, event: DiscountEvent): DiscountState => fold(discount, [event])

/** The uses are copied once. */
const fold = (discount: DiscountState, events: Iterable<DiscountEvent>): DiscountState => {
  const uses: Record<string, string> = { ...discount.uses }
  let { version } = discount
  for (const event of events) {
    version++
    apply(uses, event)
  }
  return { ...discount, uses, version }
}

const apply = (uses: Record<string, string>, event: DiscountEvent): void => {
  switch (event.type) {
    case 'DiscountUsed':
      uses[event.data.orderId] = event.data.customerId
      break
    case 'DiscountGivenBack':
      delete uses[event.data.orderId]
      break
    default:
      exhaustive(event)
  }
}

type DiscountDecision = Decision<DiscountEvent, DiscountUseRejection>

const decide = (command: DiscountCommand, discount: DiscountState): DiscountDecision => {
  switch (command.type) {
    case 'UseDiscount':
      return use(command, discount)
    case 'GiveDiscountBack': {
      const { orderId } = command
      return Object.hasOwn(discount.uses, orderId)
        ? accept({ type: 'DiscountGivenBack', data: { orderId } })
        : accept()
    }
    default:
      return exhaustive(command)
  }
}

const use = (
  { orderId, customerId, limits }: UseDiscount,
  { id: code, uses }: DiscountState,
): DiscountDecision => {
  if (Object.hasOwn(uses, orderId)) return accept()
  const { limit = Infinity, limitPerCustomer = Infinity } = limits
  const users = Object.values(uses)
  if (users.length >= limit) return reject({ type: 'DiscountUsedUp', discountCode: code, limit })
  if (users.filter((user) => user === customerId).length >= limitPerCustomer) {
    return reject({ type: 'DiscountUsedBefore', discountCode: code, limitPerCustomer })
  }
  return accept({ type: 'DiscountUsed', data: { orderId, customerId } })
}

/** The uses of discount codes as a type of streams, one for each code that has limits. */
export const discountStreamType: StreamType<
  DiscountState,
  DiscountCommand,
  DiscountEvent,
  DiscountUseRejection
> = {
  streamType: 'discount',
  milestones: [],
  ownerOf: () => undefined,
  initial,
  evolve,
  fold,
  decide,
}
