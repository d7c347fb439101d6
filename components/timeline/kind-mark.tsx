import { cn } from '@/components/ui/cn'
import type { CartEventType } from '@/lib/domain/cart/events'
import { kinds } from './kind'

interface KindMarkProps {
  readonly type: CartEventType
  /** Happened, not yet at the version looked at, or still on its way to the log. */
  readonly stage: Stage
}

export type Stage = 'happened' | 'ahead' | 'pending'

const stages: Record<Stage, string> = {
  happened: 'border-current bg-card',
  ahead: 'border-line bg-card',
  pending: 'border-current border-dashed bg-card',
}

/** The sign of an event's kind, as a bead on the timeline's thread. */
export const KindMark = ({ type, stage }: KindMarkProps) => {
  const { icon: Icon, color } = kinds[type]
  return (
    <span
      aria-hidden
      className={cn('relative grid size-6 place-items-center rounded-full border', color, stages[stage])}
    >
      <Icon className="size-3.5" strokeWidth={2.25} />
    </span>
  )
}
