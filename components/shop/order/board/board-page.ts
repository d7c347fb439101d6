import type { OrderCounts, OrderPage } from '@/lib/shop/order/wire/order-list'

/** So many orders are asked for at once. */
export const boardPageSize = 50

/** A part of the board, as it came. */
export interface BoardPage extends OrderPage {
  readonly counts?: OrderCounts | undefined
}
