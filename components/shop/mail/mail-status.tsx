import { Check, Circle, Clock, type LucideIcon, X } from 'lucide-react'
import type { MailStatus } from '@/lib/shop/wire/shown-mail'
import { cn } from '../../ui/cn'

interface Look {
  readonly name: string
  readonly icon: LucideIcon
  readonly color: string
}

const looks: Record<MailStatus, Look> = {
  waiting: { name: 'Waits', icon: Circle, color: 'text-kind-ochre' },
  sent: { name: 'Sent', icon: Check, color: 'text-kind-green' },
  refused: { name: 'Refused', icon: X, color: 'text-danger' },
  late: { name: 'Too late', icon: Clock, color: 'text-muted' },
}

/** How a mail stands, by sign, word and colour. */
export const MailStatusBadge = ({ status }: { readonly status: MailStatus }) => {
  const { name, icon: Icon, color } = looks[status]
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-sm', color)}>
      <Icon aria-hidden className="size-3" strokeWidth={3} />
      {name}
    </span>
  )
}
