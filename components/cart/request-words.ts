import { exhaustive } from '@/lib/kernel/exhaustive'
import type { CartRequest } from '@/lib/protocol/commands'

/** What a command was to do: "adding Ceramic Mug". */
export const requestWords = (request: CartRequest, product = 'a product'): string => {
  switch (request.type) {
    case 'AddItem':
      return `adding ${product}`
    case 'RemoveItem':
      return `taking out ${product}`
    case 'ChangeItemQuantity':
      return `changing how many of ${product}`
    case 'RestoreCart':
      return `going back to version ${request.toVersion}`
    case 'Checkout':
      return 'checking out'
    case 'AbandonCart':
      return 'abandoning the cart'
    default:
      return exhaustive(request)
  }
}
