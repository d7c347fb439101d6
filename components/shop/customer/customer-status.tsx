import { Circle, DoorClosed } from 'lucide-react'
import { type StatusLook, StatusMark } from '@/components/ui/status-mark'
import type { CustomerListItem } from '@/lib/shop/customer/wire/customer-list'

const looks: Record<CustomerListItem['status'], StatusLook> = {
  active: { name: 'Active', icon: Circle, color: 'text-kind-green' },
  deactivated: { name: 'Deactivated', icon: DoorClosed, color: 'text-kind-plum' },
}

/** How a customer stands. */
export const CustomerStatusMark = ({ status }: Pick<CustomerListItem, 'status'>) => (
  <StatusMark {...looks[status]} />
)
