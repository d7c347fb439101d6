import { Check, Circle, type LucideIcon, X } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { CartStatus } from '@/lib/shop/cart/state'

interface Look {
  readonly name: string
  readonly icon: LucideIcon
  readonly color: string
}

export const statusLooks: Record<CartStatus, Look> = {
  none: { name: 'Not created', icon: Circle, color: 'text-muted' },
  active: { name: 'Active', icon: Circle, color: 'text-kind-green' },
  checkedOut: { name: 'Checked out', icon: Check, color: 'text-kind-blue' },
  abandoned: { name: 'Abandoned', icon: X, color: 'text-kind-plum' },
}

/** How a cart stands, by sign, word and colour. */
export const StatusBadge = ({ status }: { readonly status: CartStatus }) => {
  const { name, icon: Icon, color } = statusLooks[status]
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-sm', color)}>
      <Icon aria-hidden className="size-3" strokeWidth={3} />
      {name}
    </span>
  )
}
