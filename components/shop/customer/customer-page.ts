/** Where staff looks at a customer. */
export const customerPage = (customerId: string): string => `/customers/${encodeURIComponent(customerId)}`
