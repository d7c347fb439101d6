import { cn } from '../../ui/cn'
import type { EventKind } from './event-kind'

/** The sign of a kind of event, beside words about it. */
export const KindMark = ({ icon: Icon, color, shape }: EventKind) => (
  <span aria-hidden className={cn('grid size-6 place-items-center border border-current', shape, color)}>
    <Icon className="size-3.5" strokeWidth={2.25} />
  </span>
)
