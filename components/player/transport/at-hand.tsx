import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** Moved as a whole it is neither laid out nor painted anew. */
export const placedAt = (place: number) => ({ transform: `translateX(${place * 100}%)` })

interface AtHandProps {
  /** From 0 to 1. */
  readonly place: number
  /** From where to where it reaches. */
  readonly className: string
  /** Stands at the place with its left edge. */
  readonly children: ReactNode
}

/** A part of a track that goes with the hand (`data-hand`). Half a needle stands over at either end. */
export const AtHand = ({ place, className, children }: AtHandProps) => (
  <div className={cn('-inset-x-3 absolute overflow-x-clip', className)}>
    <div data-hand className="absolute inset-x-3 inset-y-0 will-change-transform" style={placedAt(place)}>
      {children}
    </div>
  </div>
)
