import type { Join } from '../../../kit/server/commands/handle-request'
import { type Joined, joined } from '../../../kit/server/commands/joined'
import type { DiscountUseRejection } from '../../discount/discount'
import { storedDiscount } from '../../discount/wire/stored-discount'
import { isSameMoney } from '../../money'
import type { PlaceOrder } from '../../order/commands'
import type { OrderRejection } from '../../order/decide'
import { storedOrder } from '../../order/wire/stored-order'
import type { StockRejection } from '../../stock/decide'
import { storedStock } from '../../stock/wire/stored-stock'
import { countryOf } from '../../wire/countries'
import type { ShopIdentity } from '../../wire/shop-identity'
import { cart } from '../cart'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import { nameIn } from '../lines'
import { type CartState, quantitiesOf } from '../state'
import type { CartRequest } from '../wire/commands'
import { type DiscountUse, discountUseOf } from './discount-use'
import { type PricingDependencies, priceOrder } from './price-order'

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
  (pricing: PricingDependencies): PlaceOrderOf =>
  (identity, request) =>
  async (events, before) => {
    const closed = cart.fold(before, events)
    const quantities = quantitiesOf(closed.items)
    const { shippingAddress, discountCode: code, seenTotal } = request
    const country = countryOf(shippingAddress.country) ?? shippingAddress.country
    const { at, terms, lines, priced } = await priceOrder(pricing, closed.items, { country, code })
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
      reserve(productId, nameIn(closed.items, productId) ?? productId, {
        orderId: closed.id,
        quantity,
        at: at.toISOString(),
      }),
    )
    const counted = discountUseOf(terms, amounts, { orderId: closed.id, customerId: closed.customerId })
    const used = counted ? [use(counted)] : []
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
const use = ({ code, command }: DiscountUse): Joined<CartRejection> =>
  joined(storedDiscount, {
    streamId: code,
    command,
    refusedAs: (rejection: DiscountUseRejection): CartRejection => rejection,
  })
