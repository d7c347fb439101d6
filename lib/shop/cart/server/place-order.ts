import type { Join } from '../../../kit/server/commands/handle'
import { type Joined, joined } from '../../../kit/server/commands/joined'
import { discountNamed } from '../../amounts/discount'
import { orderAmounts } from '../../amounts/order-amounts'
import type { DiscountCode, PricingTerms } from '../../amounts/pricing-terms'
import { type DiscountUseRejection, isLimited } from '../../discount/discount'
import { storedDiscount } from '../../discount/wire/stored-discount'
import { isSameMoney } from '../../money'
import type { PlaceOrder } from '../../order/commands'
import type { OrderRejection } from '../../order/decide'
import type { OrderedLine } from '../../order/events'
import { storedOrder } from '../../order/wire/stored-order'
import type { StockRejection } from '../../stock/decide'
import { storedStock } from '../../stock/wire/stored-stock'
import { countryOf } from '../../wire/countries'
import type { ShopIdentity } from '../../wire/shop-identity'
import { cart } from '../cart'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import { type CartState, quantitiesOf } from '../state'
import type { CartRequest } from '../wire/commands'

/** By what an order is placed. */
export interface PlacingTerms extends PricingTerms {
  /** How long its items may change before it is confirmed. */
  readonly editWindowSeconds: number
}

export interface PlacingDependencies {
  readonly terms: () => Promise<PlacingTerms>
  /** The categories of products, of those that are known: taxes go by them. */
  readonly categories: (productIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly now: () => Date
}

export type CheckoutRequest = Extract<CartRequest, { type: 'Checkout' }>

/** What a checkout takes along. */
export type PlaceOrderOf = (
  identity: ShopIdentity,
  request: CheckoutRequest,
) => (events: readonly CartEvent[], cart: CartState) => Promise<Join<CartRejection>>

/**
 * A checkout places the order of its cart and reserves what it holds: a cart is checked out, its order is there and
 * all of it is promised, or nothing of that is so.
 */
export const createPlaceOrder =
  ({ terms: currentTerms, categories, now }: PlacingDependencies): PlaceOrderOf =>
  (identity, request) =>
  async (events, before) => {
    const closed = cart.fold(before, events)
    const at = now()
    const quantities = quantitiesOf(closed.items)
    const [terms, categoryOf] = await Promise.all([currentTerms(), categories([...quantities.keys()])])
    const lines = closed.items.map(
      ({ productId, productName, quantity, unitPrice }, nth): OrderedLine => ({
        lineId: `${nth + 1}`,
        productId,
        productName,
        ...(categoryOf.has(productId) && { category: categoryOf.get(productId) }),
        quantity,
        unitPrice,
      }),
    )
    const { shippingAddress, discountCode: code, seenTotal } = request
    const priced = orderAmounts(lines, terms, {
      country: countryOf(shippingAddress.country) ?? shippingAddress.country,
      code,
      at: at.toISOString(),
    })
    if (priced.type === 'rejected') return priced
    const { amounts } = priced
    if (seenTotal && !isSameMoney(seenTotal, amounts.total)) {
      return { type: 'rejected', rejection: { type: 'OrderTotalChanged', seen: seenTotal, amounts } }
    }
    const order: PlaceOrder = {
      type: 'PlaceOrder',
      cartId: closed.id,
      customerId: closed.customerId,
      contact: request.contact ?? contactOf(identity),
      lines,
      shippingAddress,
      amounts,
      payment: { method: request.paymentMethod, ...request.payment },
      editableUntil: new Date(at.getTime() + terms.editWindowSeconds * 1_000).toISOString(),
    }
    const reserved = [...quantities].map(([productId, quantity]) =>
      reserve(
        productId,
        closed.items.find((line) => line.productId === productId)?.productName ?? productId,
        { orderId: closed.id, quantity, at: at.toISOString() },
      ),
    )
    const discount = discountNamed(terms, amounts.discountCode ?? '')
    const used = discount && isLimited(discount) ? [use(discount, closed)] : []
    return { type: 'joined', others: [place(order), ...reserved, ...used] }
  }

/** Nobody knows who a guest is who doesn't say so. */
const contactOf = ({ isGuest, name, email }: ShopIdentity) =>
  isGuest ? { name: '', email: '' } : { name, email }

const place = (command: PlaceOrder): Joined<CartRejection> =>
  joined(storedOrder, {
    streamId: command.cartId,
    command,
    isNew: true,
    refusedAs: (rejection: OrderRejection): CartRejection => {
      if (rejection.type === 'OrderAlreadyExists') return { type: 'CartAlreadyCheckedOut' }
      throw new Error(`A cart that can be checked out was refused as an order: ${rejection.type}`)
    },
  })

/** What nobody counts has no stream, and is checked to have none without a look at the log. */
const reserve = (
  productId: string,
  productName: string,
  asked: { readonly orderId: string; readonly quantity: number; readonly at: string },
): Joined<CartRejection> =>
  joined(storedStock, {
    streamId: productId,
    command: { type: 'ReserveStock', ...asked },
    isNew: true,
    refusedAs: (rejection: StockRejection): CartRejection => {
      if (rejection.type === 'OutOfStock') return { ...rejection, productName }
      throw new Error(`What a cart holds can't be reserved: ${rejection.type}`)
    },
  })

/** A code that may be used so often is used by the order, or there is none. */
const use = (
  { code, limit, limitPerCustomer }: DiscountCode,
  { id, customerId }: CartState,
): Joined<CartRejection> =>
  joined(storedDiscount, {
    streamId: code,
    command: { type: 'UseDiscount', orderId: id, customerId, limits: { limit, limitPerCustomer } },
    refusedAs: (rejection: DiscountUseRejection): CartRejection => rejection,
  })
