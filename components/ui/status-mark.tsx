import type { LucideIcon } from 'lucide-react'
import { cn } from './cn'

/** How something stands. */
export interface StatusLook {
  readonly name: string
  readonly icon: LucideIcon
  readonly color: string
}

/** How something stands, by sign, word and colour. */
export const StatusMark = ({ name, icon: Icon, color }: StatusLook) => (
  <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-sm', color)}>
    <Icon aria-hidden className="size-3" strokeWidth={3} />
    {name}
  </span>
)
