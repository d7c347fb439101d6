/** Where staff has an order before them. */
export const orderPage = (orderId: string): string => `/orders/${encodeURIComponent(orderId)}`
