import { Check, Circle, Clock, X } from 'lucide-react'
import type { MailStatus } from '@/lib/shop/wire/shown-mail'
import { type StatusLook, StatusMark } from '../../ui/status-mark'

const looks: Record<MailStatus, StatusLook> = {
  waiting: { name: 'Waits', icon: Circle, color: 'text-kind-ochre' },
  sent: { name: 'Sent', icon: Check, color: 'text-kind-green' },
  refused: { name: 'Refused', icon: X, color: 'text-danger' },
  late: { name: 'Too late', icon: Clock, color: 'text-muted' },
}

/** How a mail stands. */
export const MailStatusBadge = ({ status }: { readonly status: MailStatus }) => (
  <StatusMark {...looks[status]} />
)
