import { ArrowUpDown, Check, DoorOpen, Flag, History, Minus, Plus, Tag, X } from 'lucide-react'
import type { CartEventType } from '@/lib/shop/cart/events'
import { type EventKind, kind } from '../../../player/view/event-kind'

/** Round is what befalls a line of the cart, square what befalls the cart as a whole. */
export const kinds: Record<CartEventType, EventKind> = {
  CartCreated: kind(Flag, 'square', 'stone'),
  ItemAdded: kind(Plus, 'round', 'green'),
  ItemRemoved: kind(Minus, 'round', 'brick'),
  ItemQuantityChanged: kind(ArrowUpDown, 'round', 'ochre'),
  ItemRepriced: kind(Tag, 'round', 'violet'),
  CartRestored: kind(History, 'square', 'teal'),
  CartCheckedOut: kind(Check, 'square', 'blue'),
  CartAbandoned: kind(X, 'square', 'plum'),
  CartReopened: kind(DoorOpen, 'square', 'green'),
}
