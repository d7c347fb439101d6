import { Check, Circle, House, PackageOpen, Truck, Undo2, X } from 'lucide-react'
import { type StatusLook, StatusMark } from '@/components/ui/status-mark'
import type { OrderStatus } from '@/lib/shop/order/state'
import { orderStatusNames as names } from './status-names'

const looks: Record<OrderStatus, Omit<StatusLook, 'name'>> = {
  none: { icon: Circle, color: 'text-muted' },
  placed: { icon: Circle, color: 'text-kind-ochre' },
  confirmed: { icon: Check, color: 'text-kind-blue' },
  partlyShipped: { icon: PackageOpen, color: 'text-kind-violet' },
  shipped: { icon: Truck, color: 'text-kind-violet' },
  delivered: { icon: House, color: 'text-kind-green' },
  returned: { icon: Undo2, color: 'text-kind-teal' },
  cancelled: { icon: X, color: 'text-kind-plum' },
}

/** How far an order is. */
export const OrderStatusMark = ({ status }: { readonly status: OrderStatus }) => (
  <StatusMark {...looks[status]} name={names[status]} />
)
