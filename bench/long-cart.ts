import type { CartEvent } from '../lib/domain/cart/events'
import { money } from '../lib/domain/money'

const productCount = 20

const price = (product: number) => money(100 + product, 'USD')

/**
 * A cart's history of any length: twenty products, each added up to nine of, then changed to one, and so on
 * round and round.
 */
export const longCart = (length: number): CartEvent[] => {
  const quantities = new Array<number>(productCount).fill(0)
  return Array.from({ length }, (_, index): CartEvent => {
    if (index === 0) return { type: 'CartCreated', data: { customerId: 'bench' } }
    const product = index % productCount
    const productId = `product-${product}`
    const quantity = quantities[product] as number
    if (quantity === 9) {
      quantities[product] = 1
      return { type: 'ItemQuantityChanged', data: { productId, oldQuantity: quantity, newQuantity: 1 } }
    }
    quantities[product] = quantity + 1
    const data = { productId, productName: `Product ${product}`, quantity: 1, unitPrice: price(product) }
    return { type: 'ItemAdded', data }
  })
}
