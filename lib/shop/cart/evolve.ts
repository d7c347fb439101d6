import { exhaustive } from '../../kit/kernel/exhaustive'
import { asCharged } from './as-charged'
import type { CartCheckedOut, CartEvent, ItemQuantityChanged } from './events'
import type { EditableLines } from './lines'
import { ListedLines } from './listed-lines'
import { MappedLines } from './mapped-lines'
import { inOrder } from './order'
import type { CartState, CartStatus } from './state'

/** The cart after one more event. Trusts the event: the rules are in `decide`. */
export const evolveCart = (cart: CartState, event: CartEvent): CartState => {
  const draft = draftOf(cart, new ListedLines(cart.items))
  applyToCart(draft, event)
  return stateOf(draft)
}

/** The cart after many more events, as `evolveCart` would have it after each in turn, in linear time. */
export const foldCart = (cart: CartState, events: Iterable<CartEvent>): CartState => {
  // The map isn't worth its making.
  if (Array.isArray(events) && events.length === 1) return evolveCart(cart, events[0])
  const draft = draftOf(cart, new MappedLines(cart.items))
  for (const event of events) applyToCart(draft, event)
  return draft.version === cart.version ? cart : stateOf(draft)
}

/** A cart that its owner alone knows, and may change. */
interface CartDraft {
  readonly id: string
  customerId: string
  status: CartStatus
  idleSince: string | undefined
  readonly lines: EditableLines
  currency: string
  version: number
}

const draftOf = (
  { id, customerId, status, idleSince, currency, version }: CartState,
  lines: EditableLines,
): CartDraft => ({
  id,
  customerId,
  status,
  idleSince,
  lines,
  currency,
  version,
})

const stateOf = ({ id, customerId, status, idleSince, lines, currency, version }: CartDraft): CartState => ({
  id,
  customerId,
  status,
  ...(idleSince !== undefined && { idleSince }),
  items: lines.all(),
  currency,
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
      draft.lines.add(event.data)
      draft.currency = event.data.unitPrice.currency
      break
    case 'ItemRemoved':
      draft.lines.take(event.data.productId, event.data.quantity)
      break
    case 'ItemQuantityChanged':
      changeQuantity(draft.lines, event.data)
      break
    case 'ItemRepriced':
      draft.lines.reprice(event.data.productId, event.data.oldPrice, event.data.newPrice)
      break
    case 'CartRestored':
      if (event.data.order) draft.lines.replace(inOrder(draft.lines.all(), event.data.order))
      break
    case 'CartCheckedOut':
      draft.status = 'checkedOut'
      charge(draft, event.data)
      break
    case 'CartAbandoned':
      draft.status = 'abandoned'
      draft.idleSince = event.data.idleSince
      break
    case 'CartReopened':
      draft.status = 'active'
      draft.idleSince = undefined
      break
    default:
      exhaustive(event)
  }
}

const changeQuantity = (lines: EditableLines, changed: ItemQuantityChanged['data']): void => {
  const { productId, oldQuantity, newQuantity } = changed
  if (newQuantity > oldQuantity) lines.raise(productId, newQuantity - oldQuantity)
  else lines.take(productId, oldQuantity - newQuantity)
}

const charge = ({ lines, currency }: CartDraft, { totalAmount }: CartCheckedOut['data']): void => {
  if (totalAmount.currency !== currency) return
  const present = lines.all()
  const charged = asCharged(present, totalAmount.amount)
  if (charged !== present) lines.replace(charged)
}
