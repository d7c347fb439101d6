'use client'

import { ArrowUp } from 'lucide-react'
import { count } from '@/components/ui/format'

/** Tells a reader who scrolled away what came since, and brings them there. */
export const NewEventsChip = ({ count: n, onClick }: { count: number; onClick: () => void }) => (
  <div className="pointer-events-none absolute inset-x-0 top-3 z-10 flex justify-center">
    {n > 0 && (
      <button
        type="button"
        onClick={onClick}
        className="pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-ink px-3.5 font-medium text-sm text-paper shadow-lg pointer-coarse:h-11"
      >
        <ArrowUp aria-hidden className="size-3.5" />
        {count(n, 'new', 'new')}
      </button>
    )}
  </div>
)
