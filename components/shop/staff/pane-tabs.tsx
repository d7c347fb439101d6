'use client'

import { cn } from '@/components/ui/cn'

const panes = { timeline: 'Timeline', cart: 'Cart' } as const
export type Pane = keyof typeof panes

interface PaneTabsProps {
  readonly pane: Pane
  readonly onChange: (pane: Pane) => void
}

/** Where there isn't room for both: whether one sees the cart or its timeline. */
export const PaneTabs = ({ pane, onChange }: PaneTabsProps) => (
  <nav aria-label="Views" className="grid grid-cols-2 border-line border-b lg:hidden">
    {(['timeline', 'cart'] as const).map((name) => (
      <button
        key={name}
        type="button"
        aria-current={pane === name ? 'true' : undefined}
        onClick={() => onChange(name)}
        className={cn(
          'min-h-11 border-t-2 text-md -outline-offset-2',
          pane === name ? 'border-accent bg-card font-medium' : 'border-transparent text-muted',
        )}
      >
        {panes[name]}
      </button>
    ))}
  </nav>
)
