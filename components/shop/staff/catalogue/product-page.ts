/** Where staff changes a product. */
export const productPage = (productId: string): string => `/catalogue/${encodeURIComponent(productId)}`
