import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import type { ProductRequest } from '@/lib/shop/product/wire/product-requests'

/** Changes the product that a page is about. */
export type Change = (request: ProductRequest, commandId: string) => Promise<ProductActionAnswer>
