import type { StreamName } from '../../kit/events/stream-name'
import { streamOf } from '../../kit/streams/stream-of'
import { cartStreamType } from '../cart/cart-stream'
import { customerStreamType } from '../customer/customer-stream'
import { productStreamType } from '../product/product-stream'

export const cartStream = (cartId: string): StreamName => streamOf(cartStreamType, cartId)
export const productStream = (productId: string): StreamName => streamOf(productStreamType, productId)
export const customerStream = (customerId: string): StreamName => streamOf(customerStreamType, customerId)
