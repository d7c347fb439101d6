import type { OrderPlaced } from '../events'

/** Whom an order goes to, which its state doesn't hold. */
export type Addressee = Pick<OrderPlaced['data'], 'contact' | 'shippingAddress'>
