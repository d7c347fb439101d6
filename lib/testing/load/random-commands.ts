import { v4 as uuidv4 } from 'uuid'
import type { CartCommand } from '../../shop/cart/commands'
import { money } from '../../shop/money'
import type { Random } from './random'

/** A command on its way to a cart. */
export interface SentCommand {
  readonly cartId: string
  readonly command: CartCommand
  readonly commandId: string
}

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' }

/** Commands of every kind to one of so many carts; some are bound to be refused. */
export const randomCommand = (random: Random, carts: number): SentCommand => ({
  cartId: `cart-${random.below(carts)}`,
  command: aCommand(random),
  commandId: uuidv4(),
})

const productOf = (random: Random): string => `product-${random.below(6)}`

const aCommand = (random: Random): CartCommand => {
  const productId = productOf(random)
  switch (random.pick(kinds)) {
    case 'create':
      return { type: 'CreateCart', customerId: `customer-${random.below(20)}` }
    case 'add': {
      const product = { name: productId, unitPrice: money(100 * (1 + random.below(9)), 'USD') }
      return { type: 'AddItem', productId, quantity: 1 + random.below(4), product }
    }
    case 'remove':
      return { type: 'RemoveItem', productId, quantity: random.pick([undefined, 1, 2]), reason: 'no' }
    case 'change':
      return { type: 'ChangeItemQuantity', productId, newQuantity: random.below(12) }
    case 'close':
      return random.pick<CartCommand>([
        { type: 'Checkout', paymentMethod: 'card', shippingAddress: address },
        { type: 'AbandonCart', reason: 'too dear' },
      ])
  }
}

const kinds = ['create', 'create', 'add', 'add', 'add', 'add', 'remove', 'change', 'change', 'close'] as const
