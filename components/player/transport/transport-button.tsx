'use client'

import type { LucideIcon } from 'lucide-react'
import { cn } from '@/components/ui/cn'

interface TransportButtonProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly onClick: () => void
  /** At an end there is nowhere to go; the button keeps the focus all the same. */
  readonly idle?: boolean
  readonly large?: boolean
}

/** A round key of the player. */
export const TransportButton = ({ label, icon: Icon, onClick, idle, large }: TransportButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={idle || undefined}
    onClick={idle ? undefined : onClick}
    className={cn(
      'grid shrink-0 place-items-center rounded-full transition-colors',
      large
        ? 'size-12 bg-ink text-paper hover:bg-ink/85'
        : 'size-11 border border-line bg-card text-ink hover:border-muted',
      idle && 'opacity-40',
    )}
  >
    <Icon aria-hidden className={large ? 'size-5' : 'size-4'} fill={large ? 'currentColor' : 'none'} />
  </button>
)
