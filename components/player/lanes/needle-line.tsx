import { cn } from '../../ui/cn'

interface NeedleLineProps {
  /** From 0 to 1. */
  readonly place: number
  readonly isLive: boolean
}

const movedTo = (place: number) => ({ transform: `translateX(${place * 100}%)` })

/** What hasn't happened yet at the needle is paler. */
export const AheadOfNeedle = ({ place }: Pick<NeedleLineProps, 'place'>) => (
  <div className="absolute inset-y-0 right-[-0.75rem] left-0 overflow-hidden">
    <div className="absolute inset-y-0 right-3 left-0 will-change-transform" style={movedTo(place)}>
      <div className="absolute inset-y-0 right-[-0.75rem] left-px bg-(--ground)/65" />
    </div>
  </div>
)

/** The needle over all lanes. Moved as a whole it is neither laid out nor painted anew. */
export const NeedleLine = ({ place, isLive }: NeedleLineProps) => (
  <div className="-inset-x-3 absolute inset-y-0 overflow-x-clip">
    <div className="absolute inset-x-3 inset-y-0 will-change-transform" style={movedTo(place)}>
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
