import type { OrderStatus } from '@/lib/shop/order/state'

/** How far an order is, in words. */
export const orderStatusNames: Record<OrderStatus, string> = {
  none: 'Not placed',
  placed: 'Placed',
  confirmed: 'Confirmed',
  partlyShipped: 'Partly shipped',
  shipped: 'Shipped',
  delivered: 'Delivered',
  returned: 'Returned',
  cancelled: 'Cancelled',
}
