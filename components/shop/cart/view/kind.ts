import { ArrowUpDown, Check, Flag, History, type LucideIcon, Minus, Plus, Tag, X } from 'lucide-react'
import type { CartEventType } from '@/lib/shop/cart/events'

interface Kind {
  readonly icon: LucideIcon
  /** Round is what befalls a line of the cart, square what befalls the cart as a whole. */
  readonly shape: string
  /** Sets the current colour to the kind's. */
  readonly color: string
  /** The custom property with its colour. */
  readonly token: string
}

const [round, square] = ['rounded-full', 'rounded-[5px]']

/** How each kind of event is told apart: by its sign and shape first, by its colour too. */
export const kinds: Record<CartEventType, Kind> = {
  CartCreated: { icon: Flag, shape: square, color: 'text-kind-created', token: '--kind-created' },
  ItemAdded: { icon: Plus, shape: round, color: 'text-kind-added', token: '--kind-added' },
  ItemRemoved: { icon: Minus, shape: round, color: 'text-kind-removed', token: '--kind-removed' },
  ItemQuantityChanged: {
    icon: ArrowUpDown,
    shape: round,
    color: 'text-kind-changed',
    token: '--kind-changed',
  },
  ItemRepriced: { icon: Tag, shape: round, color: 'text-kind-repriced', token: '--kind-repriced' },
  CartRestored: { icon: History, shape: square, color: 'text-kind-restored', token: '--kind-restored' },
  CartCheckedOut: { icon: Check, shape: square, color: 'text-kind-checked-out', token: '--kind-checked-out' },
  CartAbandoned: { icon: X, shape: square, color: 'text-kind-abandoned', token: '--kind-abandoned' },
}
