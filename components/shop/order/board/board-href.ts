import type { ListedStatus } from '@/lib/shop/order/wire/order-list'

/** The board of all orders, or of those of one status. */
export const boardHref = (status: ListedStatus | undefined): string =>
  status === undefined ? '/orders' : `/orders?status=${status}`
