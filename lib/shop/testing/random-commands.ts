import type { Random } from '../../kit/testing/load/random'
import type { CartCommand } from '../../shop/cart/commands'
import { money } from '../../shop/money'

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' }

const productOf = (random: Random): string => `product-${random.below(6)}`

/** Commands of every kind, some of which are bound to be refused. */
export const randomCommand = (random: Random): CartCommand => {
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
