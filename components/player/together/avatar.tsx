import type { Looker } from '@/lib/kit/wire/socket'
import { cn } from '../../ui/cn'
import { useStreamView } from '../view/use-stream-view'
import { type Face, facesOf } from './faces'

const colors = ['bg-kind-blue', 'bg-kind-green', 'bg-kind-plum', 'bg-kind-ochre', 'bg-kind-teal'] as const

/** Everybody's face, for the list and the stack alike. */
export const avatarFaces = (others: readonly Looker[]) => facesOf(others, colors.length)

interface AvatarProps {
  readonly looker: Looker
  readonly face: Face | undefined
  readonly className?: string
}

/** Staff as initials in a circle, the owner as their sign in a square. Beside a name; it says nothing by itself. */
export const Avatar = ({ looker, face, className }: AvatarProps) => {
  const OwnerIcon = useStreamView().owner.icon
  const isStaff = looker.who.kind === 'staff'
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-7 shrink-0 select-none place-items-center font-medium text-2xs text-card tracking-tight',
        isStaff ? ['rounded-full', colors[face?.color ?? 0]] : 'rounded-md bg-ink',
        className,
      )}
    >
      {isStaff ? face?.initials : <OwnerIcon className="size-3.5" />}
    </span>
  )
}
