import { exhaustive } from '../../kernel/exhaustive'
import type { CartEvent, ItemAdded } from './events'
import type { CartItem, CartState } from './state'

/** The cart after one more event. Trusts the event: the rules are in `decide`. */
export const evolveCart = (cart: CartState, event: CartEvent): CartState => {
  const version = cart.version + 1
  switch (event.type) {
    case 'CartCreated':
      return { ...cart, version, status: 'active', customerId: event.data.customerId }
    case 'ItemAdded':
      return { ...cart, version, items: withAdded(cart.items, event.data) }
    case 'ItemRemoved':
      return { ...cart, version, items: withChange(cart.items, event.data.productId, -event.data.quantity) }
    case 'ItemQuantityChanged': {
      const { productId, oldQuantity, newQuantity } = event.data
      return { ...cart, version, items: withChange(cart.items, productId, newQuantity - oldQuantity) }
    }
    case 'CartCheckedOut':
      return { ...cart, version, status: 'checkedOut' }
    case 'CartAbandoned':
      return { ...cart, version, status: 'abandoned' }
    default:
      return exhaustive(event)
  }
}

const withAdded = (items: readonly CartItem[], added: ItemAdded['data']): readonly CartItem[] =>
  items.some((item) => item.productId === added.productId)
    ? withChange(items, added.productId, added.quantity)
    : [...items, added]

const withChange = (items: readonly CartItem[], productId: string, by: number): readonly CartItem[] => {
  const at = items.findIndex((item) => item.productId === productId)
  const item = items[at]
  if (!item) return items
  const quantity = item.quantity + by
  return quantity > 0 ? items.with(at, { ...item, quantity }) : items.toSpliced(at, 1)
}
