import { exhaustive } from '../../kernel/exhaustive'
import type { CartEvent, ItemAdded } from './events'
import { type CartLines, ListedLines } from './lines'
import type { CartItem, CartState, CartStatus } from './state'

/** The cart after one more event. Trusts the event: the rules are in `decide`. */
export const evolveCart = (cart: CartState, event: CartEvent): CartState => {
  const lines = new ListedLines(cart.items)
  const draft = draftOf(cart, lines)
  applyToCart(draft, event)
  return stateOf(draft, lines.list)
}

/** The cart after many more events, as `evolveCart` would have it after each in turn, in linear time. */
export const foldCart = (cart: CartState, events: Iterable<CartEvent>): CartState => {
  // The map isn't worth its making.
  if (Array.isArray(events) && events.length === 1) return evolveCart(cart, events[0])
  const lines = new Map<string, CartItem>()
  for (const line of cart.items) lines.set(line.productId, line)
  const draft = draftOf(cart, lines)
  for (const event of events) applyToCart(draft, event)
  return draft.version === cart.version ? cart : stateOf(draft, [...lines.values()])
}

/** A cart that its owner alone knows, and may change. Its lines are replaced, never changed: states share them. */
interface CartDraft {
  readonly id: string
  customerId: string
  status: CartStatus
  readonly lines: CartLines
  version: number
}

const draftOf = ({ id, customerId, status, version }: CartState, lines: CartLines): CartDraft => ({
  id,
  customerId,
  status,
  lines,
  version,
})

const stateOf = ({ id, customerId, status, version }: CartDraft, items: readonly CartItem[]): CartState => ({
  id,
  customerId,
  status,
  items,
  version,
})

const applyToCart = (draft: CartDraft, event: CartEvent): void => {
  draft.version++
  switch (event.type) {
    case 'CartCreated':
      draft.status = 'active'
      draft.customerId = event.data.customerId
      break
    case 'ItemAdded':
      addItem(draft.lines, event.data)
      break
    case 'ItemRemoved':
      changeQuantity(draft.lines, event.data.productId, -event.data.quantity)
      break
    case 'ItemQuantityChanged':
      changeQuantity(draft.lines, event.data.productId, event.data.newQuantity - event.data.oldQuantity)
      break
    case 'CartRestored':
      break
    case 'CartCheckedOut':
      draft.status = 'checkedOut'
      break
    case 'CartAbandoned':
      draft.status = 'abandoned'
      break
    default:
      exhaustive(event)
  }
}

/** A product keeps the name and price it was first added at. */
const addItem = (lines: CartLines, added: ItemAdded['data']): void => {
  const line = lines.get(added.productId)
  if (line) putLine(lines, line, line.quantity + added.quantity)
  else lines.set(added.productId, lineOf(added, added.quantity))
}

const changeQuantity = (lines: CartLines, productId: string, by: number): void => {
  const line = lines.get(productId)
  if (line) putLine(lines, line, line.quantity + by)
}

const putLine = (lines: CartLines, line: CartItem, quantity: number): void => {
  if (quantity > 0) lines.set(line.productId, lineOf(line, quantity))
  else lines.delete(line.productId)
}

const lineOf = ({ productId, productName, unitPrice }: CartItem, quantity: number): CartItem => ({
  productId,
  productName,
  quantity,
  unitPrice,
})
