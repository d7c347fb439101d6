import { ArrowUpDown, Check, Flag, History, type LucideIcon, Minus, Plus, X } from 'lucide-react'
import type { CartEventType } from '@/lib/domain/cart/events'

interface Kind {
  readonly icon: LucideIcon
  /** Sets the current colour to the kind's. */
  readonly color: string
  /** The custom property with its colour. */
  readonly token: string
}

/** How each kind of event is told apart: by its sign first, by its colour too. */
export const kinds: Record<CartEventType, Kind> = {
  CartCreated: { icon: Flag, color: 'text-kind-created', token: '--kind-created' },
  ItemAdded: { icon: Plus, color: 'text-kind-added', token: '--kind-added' },
  ItemRemoved: { icon: Minus, color: 'text-kind-removed', token: '--kind-removed' },
  ItemQuantityChanged: { icon: ArrowUpDown, color: 'text-kind-changed', token: '--kind-changed' },
  CartRestored: { icon: History, color: 'text-kind-restored', token: '--kind-restored' },
  CartCheckedOut: { icon: Check, color: 'text-kind-checked-out', token: '--kind-checked-out' },
  CartAbandoned: { icon: X, color: 'text-kind-abandoned', token: '--kind-abandoned' },
}
