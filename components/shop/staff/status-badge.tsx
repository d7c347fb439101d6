import { Check, Circle, X } from 'lucide-react'
import { type StatusLook, StatusMark } from '@/components/ui/status-mark'
import type { CartStatus } from '@/lib/shop/cart/state'

export const statusLooks: Record<CartStatus, StatusLook> = {
  none: { name: 'Not created', icon: Circle, color: 'text-muted' },
  active: { name: 'Active', icon: Circle, color: 'text-kind-green' },
  checkedOut: { name: 'Checked out', icon: Check, color: 'text-kind-blue' },
  abandoned: { name: 'Abandoned', icon: X, color: 'text-kind-plum' },
}

/** How a cart stands. */
export const StatusBadge = ({ status }: { readonly status: CartStatus }) => (
  <StatusMark {...statusLooks[status]} />
)
