import { ArrowUpDown, Check, Flag, History, type LucideIcon, Minus, Plus, X } from 'lucide-react'
import type { CartEventType } from '@/lib/domain/cart/events'

interface Kind {
  readonly icon: LucideIcon
  /** Sets the current colour to the kind's. */
  readonly color: string
}

/** How each kind of event is told apart: by its sign first, by its colour too. */
export const kinds: Record<CartEventType, Kind> = {
  CartCreated: { icon: Flag, color: 'text-kind-created' },
  ItemAdded: { icon: Plus, color: 'text-kind-added' },
  ItemRemoved: { icon: Minus, color: 'text-kind-removed' },
  ItemQuantityChanged: { icon: ArrowUpDown, color: 'text-kind-changed' },
  CartRestored: { icon: History, color: 'text-kind-restored' },
  CartCheckedOut: { icon: Check, color: 'text-kind-checked-out' },
  CartAbandoned: { icon: X, color: 'text-kind-abandoned' },
}
