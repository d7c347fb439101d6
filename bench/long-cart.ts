import type { CartCommand } from '../lib/shop/cart/commands'
import type { CartEvent } from '../lib/shop/cart/events'
import { money } from '../lib/shop/money'

/** Strings and objects of their own for each item, as they come from the log or the network. */
const asReceived = <T>(items: T[]): T[] => JSON.parse(JSON.stringify(items))

const productOf = (index: number, products: number) => {
  const product = index % products
  return {
    productId: `product-${product}`,
    name: `Product ${product}`,
    unitPrice: money(100 + product, 'USD'),
    round: Math.floor(index / products),
  }
}

/**
 * A cart's history of any length, round and round its products: each is added up to nine of, changed to one,
 * removed, and added anew.
 */
export const longCart = (length: number, products: number): CartEvent[] =>
  asReceived(
    Array.from({ length }, (_, index): CartEvent => {
      if (index === 0) return { type: 'CartCreated', data: { customerId: 'bench' } }
      const { productId, name, unitPrice, round } = productOf(index - 1, products)
      const step = round % 11
      if (step === 9)
        return { type: 'ItemQuantityChanged', data: { productId, oldQuantity: 9, newQuantity: 1 } }
      if (step === 10) return { type: 'ItemRemoved', data: { productId, quantity: 1, reason: 'bench' } }
      return { type: 'ItemAdded', data: { productId, productName: name, quantity: 1, unitPrice } }
    }),
  )

/** One of each product. */
export const filledCart = (products: number): CartEvent[] => longCart(1 + products, products)

/** Commands on a filled cart: each line is added to, set to five, taken down to one, and asked for too many. */
export const busyCommands = (length: number, products: number): CartCommand[] =>
  asReceived(
    Array.from({ length }, (_, index): CartCommand => {
      const { productId, name, unitPrice, round } = productOf(index, products)
      const product = { name, unitPrice }
      const steps: CartCommand[] = [
        { type: 'AddItem', productId, quantity: 1, product },
        { type: 'ChangeItemQuantity', productId, newQuantity: 5 },
        { type: 'RemoveItem', productId, quantity: 4, reason: 'bench' },
        { type: 'AddItem', productId, quantity: 10, product },
      ]
      return steps[round % steps.length] as CartCommand
    }),
  )
