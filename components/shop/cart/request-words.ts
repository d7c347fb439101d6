import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartRequest } from '@/lib/shop/cart/wire/commands'

/** That a command did not happen: "Ceramic Mug could not be added". */
export const couldNot = (request: CartRequest, product = 'A product'): string => {
  switch (request.type) {
    case 'AddItem':
      return `${severalOf(product, request.quantity)} could not be added`
    case 'RemoveItem':
      return `${severalOf(product, request.quantity ?? 1)} could not be taken out`
    case 'ChangeItemQuantity':
      return `${product} could not be changed to ${request.newQuantity}`
    case 'RestoreCart':
      return `The cart could not be brought back to version ${request.toVersion}`
    case 'Checkout':
      return 'The cart could not be checked out'
    case 'AbandonCart':
      return 'The cart could not be abandoned'
    default:
      return exhaustive(request)
  }
}

const severalOf = (product: string, quantity: number): string =>
  quantity === 1 ? product : `${quantity} × ${product}`
