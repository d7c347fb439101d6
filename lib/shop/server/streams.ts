import type { StreamName } from '../../kit/events/stream-name'

export const cartStream = (cartId: string): StreamName => ({ type: 'cart', id: cartId })
export const productStream = (productId: string): StreamName => ({ type: 'product', id: productId })
export const customerStream = (customerId: string): StreamName => ({ type: 'customer', id: customerId })
