import { cn } from '../../ui/cn'
import { placedAt } from '../transport/track'

interface NeedleLineProps {
  /** From 0 to 1. */
  readonly place: number
  readonly isLive: boolean
}

/** What hasn't happened yet at the needle is paler. */
export const AheadOfNeedle = ({ place }: Pick<NeedleLineProps, 'place'>) => (
  <div className="absolute inset-y-0 right-[-0.75rem] left-0 overflow-hidden">
    <div
      data-hand
      className="absolute inset-y-0 right-3 left-0 will-change-transform"
      style={placedAt(place)}
    >
      <div className="absolute inset-y-0 right-[-0.75rem] left-px bg-(--ground)/65" />
    </div>
  </div>
)

/** The needle over all lanes. Moved as a whole it is neither laid out nor painted anew. */
export const NeedleLine = ({ place, isLive }: NeedleLineProps) => (
  <div className="-inset-x-3 absolute inset-y-0 overflow-x-clip">
    <div data-hand className="absolute inset-x-3 inset-y-0 will-change-transform" style={placedAt(place)}>
      <div
        data-needle
        className={cn(
          'absolute inset-y-0 left-0 w-0.5 -translate-x-1/2 rounded-full outline-accent outline-offset-4',
          isLive ? 'bg-accent' : 'bg-past',
        )}
      >
        <span className="absolute -top-1 left-1/2 size-3 -translate-x-1/2 rotate-45 rounded-[2px] bg-inherit" />
      </div>
    </div>
  </div>
)
