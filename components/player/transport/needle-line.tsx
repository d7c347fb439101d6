import { cn } from '@/components/ui/cn'
import { AtHand, placedAt } from './at-hand'

interface NeedleLineProps {
  /** From 0 to 1. */
  readonly place: number
  /** From where to where it reaches. */
  readonly className: string
  readonly isLive: boolean
  /** Where its tip stands. */
  readonly tip: string
}

/** What hasn't happened yet at the needle is paler. */
export const AheadOfNeedle = ({ place, className }: Pick<NeedleLineProps, 'place' | 'className'>) => (
  <div className={cn('absolute right-[-0.75rem] left-0 overflow-hidden', className)}>
    <div
      data-hand
      className="absolute inset-y-0 right-3 left-0 will-change-transform"
      style={placedAt(place)}
    >
      <div className="absolute inset-y-0 right-[-0.75rem] left-px bg-(--ground)/65" />
    </div>
  </div>
)

/** The needle of a track. */
export const NeedleLine = ({ place, className, isLive, tip }: NeedleLineProps) => (
  <AtHand place={place} className={className}>
    <div
      data-needle
      className={cn(
        'absolute inset-y-0 left-0 w-0.5 -translate-x-1/2 rounded-full outline-accent outline-offset-4',
        isLive ? 'bg-accent' : 'bg-past',
      )}
    >
      <span
        className={cn('absolute left-1/2 size-3 -translate-x-1/2 rotate-45 rounded-[2px] bg-inherit', tip)}
      />
    </div>
  </AtHand>
)
