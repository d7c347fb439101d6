import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { kindOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'

/** Happened, not yet at the version looked at, or still on its way to the log. */
export type EventStage = 'happened' | 'ahead' | 'pending'

const threads: Record<EventStage, string> = {
  happened: 'before:border-solid after:border-solid',
  ahead: 'before:border-dashed after:border-dashed',
  pending: 'before:border-dotted after:border-dotted',
}

const beads: Record<EventStage, string> = {
  happened: 'border-current',
  ahead: 'border-current/35 border-dashed',
  pending: 'border-current border-dotted',
}

interface KindMarkProps {
  readonly type: string
  readonly stage: EventStage
  /** It stands for several events. */
  readonly many?: boolean
}

/** The sign of an event's kind, a bead on the timeline's thread. */
export const KindMark = memo(({ type, stage, many = false }: KindMarkProps) => {
  const { icon: Icon, color, shape } = kindOf(useStreamView(), type)
  return (
    <span
      aria-hidden
      className={cn(
        'flex w-6 flex-col items-center before:flex-1 before:border-edge/60 before:border-l after:flex-1 after:border-edge/60 after:border-l',
        threads[stage],
      )}
    >
      <span
        className={cn(
          'grid size-6 place-items-center border',
          shape,
          color,
          beads[stage],
          many && 'shadow-[0_0_0_2px_var(--ground),0_0_0_3px_currentColor]',
        )}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
    </span>
  )
})
