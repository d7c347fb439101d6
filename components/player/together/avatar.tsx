import { ShoppingBasket } from 'lucide-react'
import type { Looker } from '@/lib/kit/wire/socket'
import { cn } from '../../ui/cn'
import { type Face, facesOf } from './faces'

const colors = [
  'bg-kind-checked-out',
  'bg-kind-added',
  'bg-kind-abandoned',
  'bg-kind-changed',
  'bg-kind-restored',
] as const

/** Everybody's face, for the list and the stack alike. */
export const avatarFaces = (others: readonly Looker[]) => facesOf(others, colors.length)

interface AvatarProps {
  readonly looker: Looker
  readonly face: Face | undefined
  readonly className?: string
}

/** Staff as initials in a circle, the shopper as a basket in a square. Beside a name; it says nothing by itself. */
export const Avatar = ({ looker, face, className }: AvatarProps) => (
  <span
    aria-hidden
    className={cn(
      'grid size-7 shrink-0 select-none place-items-center font-medium text-2xs text-card tracking-tight',
      looker.who.kind === 'shopper' ? 'rounded-md bg-ink' : ['rounded-full', colors[face?.color ?? 0]],
      className,
    )}
  >
    {looker.who.kind === 'shopper' ? <ShoppingBasket className="size-3.5" /> : face?.initials}
  </span>
)
